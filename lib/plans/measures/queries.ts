import "server-only";

import type { Permission } from "@/lib/access/policy";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getPlanAction } from "@/lib/plans/actions/queries";
import type { Workstream } from "@/lib/plans/labels";
import { measureSelect, toMeasure } from "@/lib/plans/parts/queries";
import { latestFor, preventStandings, standingOf } from "@/lib/plans/parts/rules";
import { findPlan } from "@/lib/plans/queries";
import { isFor } from "@/lib/plans/rules";

/** A measure with its action and every figure of it, for somebody who may do this with it. */
export async function getMeasure(
  ctx: Context,
  measureId: string,
  permission: Permission = "plan:read",
) {
  const found = await ctx.tx.planMeasure.findUnique({
    where: { id: measureId },
    select: { actionId: true },
  });
  if (!found) throw new NotFound("measure", measureId);
  const action = await getPlanAction(ctx, found.actionId, permission);
  const measure = action.measures.find(({ id }) => id === measureId);
  if (!measure) throw new NotFound("measure", measureId);
  return { ...measure, action };
}

export type MeasureOfAction = Awaited<ReturnType<typeof getMeasure>>;

/** Every measure of a plan, and how Prevent stands by its own. For one area, by the figures of that area. */
export async function listMeasures(ctx: Context, planId: string | undefined, areaId?: string) {
  const { plan, plans } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const found = await ctx.tx.planMeasure.findMany({
    where: { planAction: { planId: plan.id } },
    select: {
      ...measureSelect,
      planAction: {
        select: {
          reference: true,
          workstream: true,
          forAreas: true,
          action: { select: { title: true } },
        },
      },
    },
    orderBy: [{ planAction: { reference: "asc" } }, { id: "asc" }],
    take: 500,
  });
  const measures = found
    .filter(({ planAction }) => !areaId || isFor(planAction, areaId))
    .map(({ planAction, ...one }) => {
      const measure = toMeasure(one);
      const latest = latestFor(measure.entries, areaId ?? null);
      return {
        ...measure,
        latest,
        standing: standingOf(measure, latest?.actual),
        reference: planAction.reference,
        text: planAction.action.title,
        workstream: planAction.workstream as Workstream,
      };
    });
  return { plan, plans, measures, counts: preventStandings(measures), today: dayOf(ctx.now) };
}
