import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { keysAsked } from "@/lib/plans/actions/list/queries";
import { planActionFacts, toPlanAction } from "@/lib/plans/actions/queries";
import { findPlan } from "@/lib/plans/queries";
import { byReference, type PlanFilter } from "@/lib/plans/rules";

const exported = {
  ...planActionFacts,
  action: {
    select: {
      ...planActionFacts.action.select,
      planActionContributors: {
        select: { organisation: { select: { name: true } } },
        orderBy: { organisation: { name: "asc" } },
      },
    },
  },
} satisfies Prisma.PlanActionSelect;

type Asked = PlanFilter & { plan?: string; format: "csv" | "xlsx" };

/** The actions of a plan that a reader asks for, to take away. What is taken is on the log. */
export async function exportPlan(ctx: Context, { plan: planId, format, ...filter }: Asked) {
  const { tx, now } = ctx;
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "any");
  const keys = await keysAsked(ctx, plan, filter);
  const found = await tx.planAction.findMany({
    where: { actionId: { in: keys } },
    select: exported,
  });
  const titles = new Map(plan.themes.map(({ id, title }) => [id, title]));
  const areas = new Map(plan.areas.map(({ id, name }) => [id, name]));
  const actions = found
    .map((one) => ({
      ...toPlanAction(one, dayOf(now)),
      theme: titles.get(one.themeId) ?? "",
      areas: one.forAreas.flatMap((id) => areas.get(id) ?? []),
      contributors: one.action.planActionContributors.map(({ organisation }) => organisation.name),
    }))
    .sort(byReference);
  const facts = { planId: plan.id, format, rows: actions.length };
  await record(ctx, { type: "plan.exported", facts });
  return { plan, actions };
}

export type ExportedAction = Awaited<ReturnType<typeof exportPlan>>["actions"][number];
