import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getPlanAction } from "@/lib/plans/actions/queries";

/** A piece of evidence with its action, for somebody who may update it. */
export async function getEvidence(ctx: Context, evidenceId: string) {
  const found = await ctx.tx.planEvidence.findUnique({
    where: { id: evidenceId },
    select: { actionId: true },
  });
  if (!found) throw new NotFound("evidence", evidenceId);
  const action = await getPlanAction(ctx, found.actionId, "plan:update");
  const evidence = action.evidenceKept.find(({ id }) => id === evidenceId);
  if (!evidence) throw new NotFound("evidence", evidenceId);
  return { ...evidence, action };
}

export type EvidenceToEdit = Awaited<ReturnType<typeof getEvidence>>;
