import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getPlanAction } from "@/lib/plans/actions/queries";

/** A milestone with its action, for somebody who may update it. */
export async function getMilestone(ctx: Context, milestoneId: string) {
  const found = await ctx.tx.planMilestone.findUnique({
    where: { id: milestoneId },
    select: { actionId: true },
  });
  if (!found) throw new NotFound("milestone", milestoneId);
  const action = await getPlanAction(ctx, found.actionId, "plan:update");
  const milestone = action.milestones.find(({ id }) => id === milestoneId);
  if (!milestone) throw new NotFound("milestone", milestoneId);
  return { ...milestone, action };
}

export type MilestoneToEdit = Awaited<ReturnType<typeof getMilestone>>;
