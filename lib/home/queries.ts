import "server-only";

import { mayEver } from "@/lib/access/policy";
import { type CaseStatus, caseStatuses } from "@/lib/cases/labels";
import { mostCounted } from "@/lib/cases/list/rules";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { isToRead } from "@/lib/home/waiting/labels";
import { listWaiting } from "@/lib/home/waiting/queries";
import { sinceLastLook } from "@/lib/looks/queries";
import { listNotices } from "@/lib/notices/queries";
import { type Rag, ragLabels } from "@/lib/plans/labels";

/** How many of the reader's cases are at each step that is not an end, as far as anybody counts. */
async function listSteps({ actor, tx }: Context) {
  if (actor.role !== "coordinator" && actor.role !== "chair") return [];
  const found = await tx.$queryRaw<{ status: CaseStatus; total: number }[]>`
    select s.status, (select count(*)::int from (
             select 1 from case_readers r where r.hat_id = ${actor.hatId}::uuid and r.status = s.status limit ${mostCounted + 1}) few) as total
      from unnest(${[...openSteps]}::text[]) with ordinality s (status, place)
     order by s.place`;
  return found
    .filter(({ total }) => total > 0)
    .map(({ status, total }) => ({
      status,
      text: caseStatuses[status],
      count: Math.min(total, mostCounted),
      isCapped: total > mostCounted,
    }));
}

const openSteps = [
  "info_gathering",
  "s36_decision",
  "panel_listed",
  "panel_decided",
  "consent_pending",
  "in_support",
  "exited",
  "review_6m",
  "review_12m",
] as const satisfies CaseStatus[];

export type Change = { text: string; path: string; said: string; at: Date };

/** What has moved since then: the reader's cases, and the actions of the plan. Both know no name. */
async function listChanges({ actor, tx }: Context, since: Date): Promise<Change[]> {
  if (mayEver(actor, "action:read")) {
    const moved = await tx.$queryRaw<{ reference: string; status: CaseStatus; at: Date }[]>`
      select c.reference, c.status, c.status_since as at
        from case_readers r join cases c on c.id = r.case_id
       where r.hat_id = actor_hat() and c.status_since > ${since}
       order by c.status_since desc limit 10`;
    return moved.map(({ reference, status, at }) => ({
      text: reference,
      path: `/cases/${reference}`,
      said: caseStatuses[status],
      at,
    }));
  }
  if (!mayEver(actor, "plan:read")) return [];
  const updated = await tx.$queryRaw<{ id: string; reference: string; rag: Rag; at: Date }[]>`
    select distinct on (u.updated_at, u.action_id) u.action_id::text as id, p.reference, u.rag, u.updated_at as at
      from plan_areas v join plan_updates u on u.plan_id = v.plan_id join plan_actions p on p.action_id = u.action_id
     where v.area_id = actor_area() and u.updated_at > ${since} and u.updated_by_hat is distinct from actor_hat()
     order by u.updated_at desc, u.action_id limit 10`;
  return updated.map(({ id, reference, rag, at }) => ({
    text: `Action ${reference}`,
    path: `/plan/actions/${id}`,
    said: ragLabels[rag],
    at,
  }));
}

/** The first page after signing in: what waits, what is late, and what changed since the last look. */
export async function viewHome(ctx: Context) {
  const today = dayOf(ctx.now);
  const since = await sinceLastLook(ctx, "home");
  const groups = await listWaiting(ctx, today);
  return {
    role: ctx.actor.role,
    today,
    since,
    waiting: groups.filter((group) => !isToRead(group)),
    toRead: groups.filter(isToRead),
    steps: await listSteps(ctx),
    changes: since ? await listChanges(ctx, since) : [],
    ...(await listNotices(ctx)),
  };
}
