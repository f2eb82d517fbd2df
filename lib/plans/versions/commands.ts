import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { getPlanToContinue } from "@/lib/plans/approval/queries";
import { assertCanHaveNext } from "@/lib/plans/approval/rules";
import type { StartVersion } from "@/lib/plans/approval/schema";
import type { PlanRecord } from "@/lib/plans/queries";

/**
 * The next version of an approved plan, as a draft: its themes and actions with all that hangs from
 * them. The version before stays in force until this one is approved.
 */
export async function startVersion(ctx: Context, { planId }: StartVersion) {
  const { plan, hasNext } = await getPlanToContinue(ctx, planId);
  assertCanHaveNext({ ...plan, hasNext });
  const edition = plan.edition + 1;
  const nextId = await copyPlan(ctx, plan, edition);
  const themes = await copyThemes(ctx, plan, nextId);
  await copyActions(ctx, plan, { nextId, themes });
  await record(ctx, {
    type: "plan.version_started",
    facts: { planId: nextId, from: planId, edition },
  });
  return { planId: nextId };
}

/** New keys, in the order they are asked for. */
async function keys({ tx }: Context, count: number): Promise<string[]> {
  const made = await tx.$queryRaw<{ id: string }[]>`
    select uuid_v7()::text as id from generate_series(1, ${count}::int)`;
  return made.map(({ id }) => id);
}

async function keyed(ctx: Context, old: readonly string[]): Promise<Map<string, string>> {
  const made = await keys(ctx, old.length);
  return new Map(old.map((id, index) => [id, made[index] as string]));
}

async function copyPlan(ctx: Context, plan: PlanRecord, edition: number): Promise<string> {
  const { tx, now } = ctx;
  const [id] = (await keys(ctx, 1)) as [string];
  const { areaId } = plan;
  const found = await tx.plan.findUniqueOrThrow({
    where: { id: plan.id },
    select: { partnershipId: true },
  });
  await tx.plan.createMany({
    data: {
      ...{ id, areaId, partnershipId: found.partnershipId, title: plan.title, edition },
      ...{ replacesId: plan.id, objectiveScheme: plan.objectiveScheme, createdAt: now },
      ...{ periodStart: toDateColumn(plan.startDay), periodEnd: toDateColumn(plan.endDay) },
    },
  });
  const areas = plan.parties.planAreaIds ?? [];
  await tx.planArea.createMany({
    data: areas.map((area) => ({ planId: id, areaId: area, keptBy: areaId, status: "draft" })),
  });
  return id;
}

async function copyThemes(ctx: Context, plan: PlanRecord, nextId: string) {
  const themes = await keyed(
    ctx,
    plan.themes.map(({ id }) => id),
  );
  await ctx.tx.planTheme.createMany({
    data: plan.themes.map(({ id, title, dutyTheme }, index) => ({
      ...{ id: themes.get(id) as string, planId: nextId, areaId: plan.areaId },
      ...{ title, dutyTheme, position: index + 1 },
    })),
  });
  return themes;
}

type Into = { nextId: string; themes: Map<string, string> };

async function copyActions(ctx: Context, plan: PlanRecord, { nextId, themes }: Into) {
  const { actor, tx, now } = ctx;
  const found = await tx.planAction.findMany({
    where: { planId: plan.id },
    select: {
      ...{ actionId: true, areaId: true, themeId: true, objective: true, reference: true },
      ...{ ownerRole: true, priority: true, workstream: true, proportionality: true },
      ...{ cohesionImpact: true, evidenceBasis: true, benchmarks: true, forAreas: true },
      ...{ rag: true, ragReason: true, recoveryPlan: true, evidence: true, isStale: true },
      ...{ percent: true, lastUpdateOn: true },
      action: {
        select: {
          ...{ title: true, ownerOrganisationId: true, startsOn: true, dueOn: true },
          ...{ firstDueOn: true, status: true, doneOn: true },
        },
      },
    },
    orderBy: { reference: "asc" },
  });
  if (found.length === 0) return;
  const actions = await keyed(
    ctx,
    found.map(({ actionId }) => actionId),
  );
  const next = (id: string) => actions.get(id) as string;
  await tx.action.createMany({
    data: found.map(({ actionId, action }) => ({
      ...{ id: next(actionId), areaId: plan.areaId, kind: "plan", planId: nextId },
      ...{ title: action.title, ownerOrganisationId: action.ownerOrganisationId },
      ...{ startsOn: action.startsOn, dueOn: action.dueOn, firstDueOn: action.firstDueOn },
      ...{ status: action.status, doneOn: action.doneOn },
      ...{ addedByHatId: actor.hatId, addedAt: now },
    })),
  });
  await tx.planAction.createMany({
    data: found.map(({ action: _, ...own }) => ({
      ...own,
      ...{ actionId: next(own.actionId), planId: nextId, continuesId: own.actionId },
      themeId: themes.get(own.themeId) as string,
    })),
  });
  await copyWhatHangs(ctx, nextId, [...actions.keys()], [...actions.values()]);
}

/** What hangs from the actions comes with them: partners, steps, measures with their figures, evidence, and the reasons for which they are there. */
async function copyWhatHangs(
  { actor, tx, now }: Context,
  nextId: string,
  old: string[],
  made: string[],
): Promise<void> {
  const { areaId, hatId } = actor;
  await tx.$executeRaw`
    insert into plan_action_contributors (action_id, organisation_id, plan_id, area_id)
    select m.made, c.organisation_id, ${nextId}::uuid, c.area_id
      from plan_action_contributors c join unnest(${old}::uuid[], ${made}::uuid[]) as m (old, made) on m.old = c.action_id`;
  await tx.$executeRaw`
    insert into plan_milestones (action_id, plan_id, area_id, title, due_on, first_due_on, state, met_on, reason, edited_by_hat, edited_at)
    select m.made, ${nextId}::uuid, s.area_id, s.title, s.due_on, s.first_due_on, s.state, s.met_on, s.reason, s.edited_by_hat, s.edited_at
      from plan_milestones s join unnest(${old}::uuid[], ${made}::uuid[]) as m (old, made) on m.old = s.action_id`;
  await tx.$executeRaw`
    insert into plan_dependencies (action_id, needs_id, plan_id, area_id, added_by_hat, added_at)
    select m.made, n.made, ${nextId}::uuid, d.area_id, d.added_by_hat, d.added_at
      from plan_dependencies d
      join unnest(${old}::uuid[], ${made}::uuid[]) as m (old, made) on m.old = d.action_id
      join unnest(${old}::uuid[], ${made}::uuid[]) as n (old, made) on n.old = d.needs_id
     where d.ended_at is null`;
  await tx.$executeRaw`
    with copied as materialized (
      select s.*, m.made, uuid_v7() as new_id
        from plan_measures s join unnest(${old}::uuid[], ${made}::uuid[]) as m (old, made) on m.old = s.action_id),
    measures as (
      insert into plan_measures (id, action_id, plan_id, area_id, name, type, unit, better, baseline, target, source, edited_by_hat, edited_at)
      select new_id, made, ${nextId}::uuid, area_id, name, type, unit, better, baseline, target, source, edited_by_hat, edited_at from copied)
    insert into plan_actuals (measure_id, action_id, plan_id, area_id, quarter_on, for_area, number, actual, note, recorded_by_hat, recorded_at)
    select c.new_id, c.made, ${nextId}::uuid, a.area_id, a.quarter_on, a.for_area, a.number, a.actual, a.note, a.recorded_by_hat, a.recorded_at
      from copied c join plan_actuals a on a.measure_id = c.id`;
  await tx.$executeRaw`
    insert into plan_evidence (action_id, plan_id, area_id, title, place, dated_on, benchmark, edited_by_hat, edited_at)
    select m.made, ${nextId}::uuid, e.area_id, e.title, e.place, e.dated_on, e.benchmark, e.edited_by_hat, e.edited_at
      from plan_evidence e join unnest(${old}::uuid[], ${made}::uuid[]) as m (old, made) on m.old = e.action_id`;
  await tx.$executeRaw`
    insert into risk_actions (risk_id, action_id, plan_id, area_id, linked_by_hat, linked_at)
    select l.risk_id, m.made, ${nextId}::uuid, l.area_id, ${hatId}::uuid, ${now}
      from risk_actions l join risks r on r.id = l.risk_id and r.status <> 'closed'
      join unnest(${old}::uuid[], ${made}::uuid[]) as m (old, made) on m.old = l.action_id
     where l.ended_at is null and l.area_id = ${areaId}::uuid`;
  await tx.$executeRaw`
    insert into recommendation_actions (recommendation_id, action_id, plan_id, area_id, linked_by_hat, linked_at)
    select l.recommendation_id, m.made, ${nextId}::uuid, l.area_id, ${hatId}::uuid, ${now}
      from recommendation_actions l join profile_recommendations r on r.id = l.recommendation_id and r.declined_on is null
      join unnest(${old}::uuid[], ${made}::uuid[]) as m (old, made) on m.old = l.action_id
     where l.ended_at is null and l.area_id = ${areaId}::uuid`;
}
