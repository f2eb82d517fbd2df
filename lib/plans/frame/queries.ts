import "server-only";

import { can } from "@/lib/access/policy";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import {
  type Benchmark,
  benchmarkLabels,
  dutyCrossWalk,
  dutyThemesIn,
  type Objective,
  type ObjectiveScheme,
  objectiveSchemeLabels,
  objectivesIn,
  type Workstream,
} from "@/lib/plans/labels";
import { findPlan } from "@/lib/plans/queries";
import { byReference, followedAs } from "@/lib/plans/rules";

const schemes = Object.keys(objectiveSchemeLabels) as ObjectiveScheme[];
const benchmarks = Object.keys(benchmarkLabels) as Benchmark[];

/** How many actions of each part are shown; the plan's own list has the rest. */
export const mostOfPart = 10;

type Followed = {
  objective: Objective;
  benchmark: Benchmark | null;
  count: number;
  first: { actionId: string; reference: string; text: string; workstream: Workstream }[];
};

/** For each objective, and for each part of the toolkit: how many actions there are, and the first of them. */
const listFollowed = ({ tx }: Context, planId: string) =>
  tx.$queryRaw<Followed[]>`
    select objective, benchmark, count(*)::int as count,
           (array_agg(jsonb_build_object('actionId', id, 'reference', reference, 'text', title, 'workstream', workstream)
             order by due_on, reference))[1:${mostOfPart}] as first
      from (
        select p.objective, null as benchmark, p.action_id as id, p.reference, a.title, p.workstream, a.due_on
          from plan_actions p join actions a on a.id = p.action_id where p.plan_id = ${planId}::uuid
        union all
        select null, b, p.action_id, p.reference, a.title, p.workstream, a.due_on
          from plan_actions p join actions a on a.id = p.action_id, unnest(p.benchmarks) b
         where p.plan_id = ${planId}::uuid) followed
     group by objective, benchmark`;

/** What several parts come to together. */
const together = (parts: Followed[]) => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  actions: parts
    .flatMap(({ first }) => first)
    .sort(byReference)
    .slice(0, mostOfPart),
});

/**
 * A plan read by each library of national objectives, by the duty's own themes, and by the parts of
 * the toolkit with what shows each. What follows one library is found in the other by the cross-walk.
 */
export async function viewFrame(ctx: Context, planId: string | undefined) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const followed = await listFollowed(ctx, plan.id);
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
        ...together(followed.filter((one) => followedAs(own, objective).includes(one.objective))),
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
      ...together(followed.filter((one) => one.benchmark === benchmark)),
      evidence: evidence.filter((one) => one.benchmark === benchmark),
    })),
  };
}
