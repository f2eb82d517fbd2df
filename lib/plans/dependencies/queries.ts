import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { closesCircle } from "@/lib/plans/dependencies/rules";

/** Who waits for whom in a plan. */
export const listWaits = ({ tx }: Context, planId: string) =>
  tx.planDependency.findMany({
    where: { planAction: { planId }, endedAt: null },
    select: { actionId: true, needsId: true },
  });

/** An action with those it could wait for without closing a circle, for the co-ordinator. */
export async function getWaits(ctx: Context, actionId: string) {
  const action = await getPlanAction(ctx, actionId, "plan:write");
  const waits = await listWaits(ctx, action.planId);
  const others = await ctx.tx.planAction.findMany({
    where: { planId: action.planId, NOT: { actionId } },
    select: { actionId: true, reference: true, action: { select: { title: true } } },
    orderBy: { reference: "asc" },
  });
  const mayNeed = others.filter((one) => !closesCircle({ actionId, needsId: one.actionId }, waits));
  return { action, waits, mayNeed, isAlone: others.length === 0 };
}
