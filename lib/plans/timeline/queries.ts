import "server-only";

import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listPage } from "@/lib/plans/actions/list/queries";
import type { MilestoneState } from "@/lib/plans/parts/labels";
import { findPlan } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";

/** One page of a plan's actions with their steps, theme by theme, in the order of their references. */
export async function viewTimeline(
  ctx: Context,
  planId: string | undefined,
  filter: { area?: string; page?: number } = {},
) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const { actions, page, pages } = await listPage(ctx, plan, filter);
  const steps = await ctx.tx.planMilestone.findMany({
    where: { actionId: { in: actions.map(({ actionId }) => actionId) }, NOT: { state: "dropped" } },
    select: { id: true, actionId: true, title: true, dueOn: true, state: true },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const shown = actions.sort(byReference).map((action) => ({
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
  return { plan, themes, page, pages, today: dayOf(ctx.now) };
}
