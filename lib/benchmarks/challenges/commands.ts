import "server-only";

import { record } from "@/lib/audit/record";
import { getChallenge, getCriterionToChallenge } from "@/lib/benchmarks/challenges/queries";
import { assertAssessmentIsOpen } from "@/lib/benchmarks/rules";
import type { Challenge, Reply } from "@/lib/benchmarks/schema";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";

/** A peer agrees with a level or does not, and says why (8.5). */
export async function challengeCriterion(ctx: Context, input: Challenge) {
  const { actor, tx, now } = ctx;
  const { assessmentId, criterion, verdict, note } = input;
  const { assessment, answer } = await getCriterionToChallenge(ctx, assessmentId, criterion);
  assertAssessmentIsOpen(assessment);
  await tx.benchmarkChallenge.createMany({
    data: {
      ...{ answerId: answer.id, assessmentId, areaId: assessment.areaId, verdict, note },
      ...{ organisationId: actor.organisationId, challengedByHatId: actor.hatId },
      challengedOn: toDateColumn(dayOf(now)),
    },
  });
  await record(ctx, { type: "benchmark.challenged", facts: { assessmentId, criterion, verdict } });
  return { assessmentId, criterion };
}

/** What the assessor says to that. It is said once. */
export async function replyToChallenge(ctx: Context, { challengeId, reply }: Reply) {
  const { actor, tx, now } = ctx;
  const { assessment, criterion, challenge } = await getChallenge(ctx, challengeId);
  assertAssessmentIsOpen(assessment);
  if (challenge.reply !== null)
    throw new RuleBroken("This challenge was answered, so it stays as it was");
  await tx.benchmarkChallenge.updateMany({
    where: { id: challengeId, reply: null },
    data: { reply, repliedOn: toDateColumn(dayOf(now)), repliedByHatId: actor.hatId },
  });
  const { id: assessmentId } = assessment;
  await record(ctx, { type: "benchmark.challenge_answered", facts: { assessmentId, challengeId } });
  return { assessmentId, criterion: criterion.code };
}
