import "server-only";

import { can } from "@/lib/access/policy";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listPlanActions } from "@/lib/plans/actions/queries";
import {
  type Benchmark,
  benchmarkLabels,
  crossWalk,
  dutyCrossWalk,
  dutyThemesIn,
  type ObjectiveScheme,
  objectiveSchemeLabels,
  objectivesIn,
} from "@/lib/plans/labels";
import { findPlan } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";

const schemes = Object.keys(objectiveSchemeLabels) as ObjectiveScheme[];
const benchmarks = Object.keys(benchmarkLabels) as Benchmark[];

/**
 * A plan read by each library of national objectives, by the duty's own themes, and by the parts of
 * the toolkit with what shows each. What follows one library is found in the other by the cross-walk.
 */
export async function viewFrame(ctx: Context, planId: string | undefined) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const actions = (await listPlanActions(ctx, plan.id)).sort(byReference);
  const evidence = await ctx.tx.planEvidence.findMany({
    where: { planAction: { planId: plan.id }, NOT: { benchmark: null } },
    select: { id: true, title: true, place: true, benchmark: true, actionId: true },
    orderBy: [{ datedOn: "desc" }, { id: "desc" }],
    take: 500,
  });
  const own = plan.objectiveScheme;
  return {
    plan,
    mayWrite: plan.status !== "superseded" && can(ctx.actor, "plan:write", plan.parties),
    libraries: schemes.map((scheme) => ({
      scheme,
      isOwn: scheme === own,
      objectives: objectivesIn[scheme].map((objective) => ({
        objective,
        actions: actions.filter((action) =>
          scheme === own
            ? action.objective === objective
            : crossWalk[objective].includes(action.objective),
        ),
      })),
    })),
    duties: schemes.map((scheme) => ({
      scheme,
      isOwn: scheme === own,
      parts: dutyThemesIn[scheme].map((duty) => ({
        duty,
        themes: plan.themes.filter(
          ({ dutyTheme }) =>
            dutyTheme &&
            (scheme === own ? dutyTheme === duty : dutyCrossWalk[duty].includes(dutyTheme)),
        ),
      })),
    })),
    benchmarks: benchmarks.map((benchmark) => ({
      benchmark,
      actions: actions.filter((action) => action.benchmarks.includes(benchmark)),
      evidence: evidence.filter((one) => one.benchmark === benchmark),
    })),
  };
}
