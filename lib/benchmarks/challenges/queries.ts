import "server-only";

import { getCriterion } from "@/lib/benchmarks/queries";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";

/** A criterion to say something of: by somebody who sees it, and did not answer for it. */
export async function getCriterionToChallenge(ctx: Context, assessmentId: string, code: string) {
  const found = await getCriterion(ctx, assessmentId, code, "challenge");
  const { assessment, answer } = found;
  const isOwn =
    answer.edited.hatId === ctx.actor.hatId ||
    assessment.organisationId === ctx.actor.organisationId;
  if (isOwn || answer.level === null) throw new NotFound("criterion", code);
  return found;
}

/** A challenge, for whoever answers for what it is about. */
export async function getChallenge(ctx: Context, challengeId: string) {
  const found = await ctx.tx.benchmarkChallenge.findUnique({
    where: { id: challengeId },
    select: { assessmentId: true, answer: { select: { criterion: true } } },
  });
  if (!found) throw new NotFound("challenge", challengeId);
  const at = await getCriterion(ctx, found.assessmentId, found.answer.criterion, "write");
  const challenge = at.answer.challenges.find(({ id }) => id === challengeId);
  if (!challenge) throw new NotFound("challenge", challengeId);
  return { ...at, challenge };
}
