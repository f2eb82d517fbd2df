import "server-only";

import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import type { Rag } from "@/lib/plans/labels";
import type { ProjectStatus } from "@/lib/projects/labels";

type Row = {
  actionId: string;
  reference: string;
  text: string;
  plan: string;
  owner: string;
  rag: Rag;
  isStale: boolean;
  dueOn: Date;
};

/** The actions of plans that a project carries out, as far as this reader may see the plan. */
export async function listActionsOfProject({ tx }: Context, projectId: string) {
  const rows = await tx.$queryRaw<Row[]>`
    select p.action_id::text as "actionId", p.reference, a.title as text, n.title as plan, o.name as owner,
           p.rag, p.is_stale as "isStale", a.due_on as "dueOn"
      from project_actions l join plan_actions p on p.action_id = l.action_id join actions a on a.id = l.action_id
      join plans n on n.id = l.plan_id join organisations o on o.id = a.owner_organisation_id
     where l.project_id = ${projectId}::uuid and l.ended_at is null order by a.due_on, p.reference limit 100`;
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueDay: fromDateColumn(dueOn) }));
}

export type LinkedProject = {
  id: string;
  reference: string;
  title: string;
  status: ProjectStatus;
  /** The recommendation that it came of by way of this action, where several are listed. */
  recommendationId: string | null;
};

/** The projects that carry out an action. */
export async function listProjectsOfAction({ tx }: Context, actionId: string) {
  return tx.$queryRaw<LinkedProject[]>`
    select p.id::text as id, p.reference, p.title, p.status, null as "recommendationId"
      from project_actions l join projects p on p.id = l.project_id
     where l.action_id = ${actionId}::uuid and l.ended_at is null order by p.reference limit 100`;
}

/** From each recommendation of an edition to the projects, by way of an action or straight (3.4). */
export async function listProjectsOfEdition({ tx }: Context, editionId: string) {
  return tx.$queryRaw<LinkedProject[]>`
    select distinct p.id::text as id, p.reference, p.title, p.status, c.id::text as "recommendationId"
      from profile_recommendations c
      left join recommendation_actions r on r.recommendation_id = c.id and r.ended_at is null
      left join project_actions l on l.action_id = r.action_id and l.ended_at is null
      join projects p on p.id = l.project_id or p.recommendation_id = c.id
     where c.edition_id = ${editionId}::uuid order by 2 limit 300`;
}
