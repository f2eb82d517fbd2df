import "server-only";

import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listPlanActions } from "@/lib/plans/actions/queries";
import type { MilestoneState } from "@/lib/plans/parts/labels";
import { findPlan } from "@/lib/plans/queries";
import { byReference, isFor } from "@/lib/plans/rules";

/** The actions of a plan with their steps, theme by theme, in the order of their references. */
export async function viewTimeline(ctx: Context, planId: string | undefined, areaId?: string) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const actions = await listPlanActions(ctx, plan.id);
  const steps = await ctx.tx.planMilestone.findMany({
    where: { planAction: { planId: plan.id }, NOT: { state: "dropped" } },
    select: { id: true, actionId: true, title: true, dueOn: true, state: true },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 2_000,
  });
  const shown = actions
    .filter((action) => !areaId || isFor(action, areaId))
    .sort(byReference)
    .map((action) => ({
      ...action,
      milestones: steps
        .filter(({ actionId }) => actionId === action.actionId)
        .map(({ dueOn, state, ...step }) => ({
          ...step,
          state: state as MilestoneState,
          dueDay: fromDateColumn(dueOn),
        })),
    }));
  const themes = plan.themes
    .map((theme) => ({ ...theme, actions: shown.filter(({ themeId }) => themeId === theme.id) }))
    .filter((theme) => theme.actions.length > 0);
  return { plan, themes, today: dayOf(ctx.now) };
}
