import "server-only";

import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import type { PlanStatus, Rag } from "@/lib/plans/labels";

export type LinkedAction = {
  linkId: string;
  actionId: string;
  reference: string;
  text: string;
  plan: string;
  owner: string;
  rag: Rag;
  isStale: boolean;
  dueDay: string;
};

type Row = Omit<LinkedAction, "dueDay"> & { dueOn: Date };
const toAction = ({ dueOn, ...row }: Row) => ({ ...row, dueDay: fromDateColumn(dueOn) });

/** The actions that answer a risk, as far as this reader may see the plan they are of. */
export async function listActionsOfRisk({ tx }: Context, riskId: string): Promise<LinkedAction[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select l.id::text as "linkId", p.action_id::text as "actionId", p.reference, a.title as text, n.title as plan,
           o.name as owner, p.rag, p.is_stale as "isStale", a.due_on as "dueOn"
      from risk_actions l join plan_actions p on p.action_id = l.action_id join actions a on a.id = l.action_id
      join plans n on n.id = l.plan_id join organisations o on o.id = a.owner_organisation_id
     where l.risk_id = ${riskId}::uuid and l.ended_at is null order by a.due_on, p.reference limit 100`;
  return rows.map(toAction);
}

export type ReasonForAction = { id: string; path: string; reference: string; title: string };

/** Why an action is in the plan: the risks it answers, and the recommendations and low scores it came of. */
export async function listReasonsForAction(
  { tx }: Context,
  actionId: string,
): Promise<ReasonForAction[]> {
  return tx.$queryRaw<ReasonForAction[]>`
    select r.id::text as id, '/plan/risks/' || r.id as path, r.reference, r.title
      from risk_actions l join risks r on r.id = l.risk_id
     where l.action_id = ${actionId}::uuid and l.ended_at is null
    union all
    select c.id::text, '/plan/profile/' || e.id, e.reference || ', recommendation ' || c.number, c.text
      from recommendation_actions l join profile_recommendations c on c.id = l.recommendation_id
      join profile_editions e on e.id = c.edition_id
     where l.action_id = ${actionId}::uuid and l.ended_at is null
    union all
    select b.id::text, '/plan/assessments/' || l.assessment_id || '/criteria/' || b.criterion,
           'Self-assessment ' || extract(year from s.period_start) || ' to ' || extract(year from s.period_end), b.wording
      from benchmark_actions l join benchmark_answers b on b.id = l.answer_id
      join benchmark_assessments s on s.id = l.assessment_id
     where l.action_id = ${actionId}::uuid
     order by 3`;
}

export type ActionToLink = {
  id: string;
  planId: string;
  reference: string;
  text: string;
  plan: string;
  status: PlanStatus;
};

/** The actions of this area's plans that are not over: what something may be linked to. */
export async function listActionsToLink({ actor, tx }: Context): Promise<ActionToLink[]> {
  return tx.$queryRaw<ActionToLink[]>`
    select p.action_id::text as id, p.plan_id::text as "planId", p.reference, a.title as text, n.title as plan, n.status
      from plan_areas v join plans n on n.id = v.plan_id join plan_actions p on p.plan_id = v.plan_id
      join actions a on a.id = p.action_id
     where v.area_id = ${actor.areaId}::uuid and n.status <> 'superseded'
     order by n.period_start desc, n.id, p.reference limit 500`;
}
