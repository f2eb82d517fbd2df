import "server-only";

import type { LinkedKind } from "@/lib/benchmarks/schema";
import { dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";

type Row = { kind: LinkedKind; id: string; title: string; place: string; datedOn: Date };
export type LiveEvidence = Omit<Row, "datedOn"> & { datedDay: string };

/** What is here already and could show it, as far as this reader sees it: nothing of a case is among it. */
export async function listLiveEvidence({ actor, tx, now }: Context): Promise<LiveEvidence[]> {
  const rows = await tx.$queryRaw<Row[]>`
    (select 'action' as kind, p.action_id::text as id, p.reference || ' ' || a.title as title, n.title as place,
            p.last_update_on as "datedOn"
       from plan_areas v join plans n on n.id = v.plan_id join plan_actions p on p.plan_id = v.plan_id
       join actions a on a.id = p.action_id
      where v.area_id = ${actor.areaId}::uuid and n.status <> 'superseded' order by p.reference limit 200)
    union all
    (select 'plan_evidence', e.id::text, e.title, e.place, e.dated_on
       from plan_areas v join plan_evidence e on e.plan_id = v.plan_id
      where v.area_id = ${actor.areaId}::uuid order by e.dated_on desc limit 200)
    union all
    (select 'risk_review', v.id::text, 'Review of ' || r.reference || ' ' || r.title, 'Risk register', v.reviewed_on
       from risk_reviews v join risks r on r.id = v.risk_id order by v.reviewed_on desc limit 100)
    union all
    (select 'profile_edition', e.id::text, 'Local profile ' || e.period || ', version ' || e.version_label, e.reference, e.dated_on
       from profile_editions e order by e.dated_on desc limit 50)
    union all
    (select 'meeting', m.id::text, 'Meeting of ' || b.name, m.place, (m.starts_at at time zone 'Europe/London')::date
       from governance_meetings m join governance_bodies b on b.id = m.body_id
      where m.area_id = ${actor.areaId}::uuid and m.status = 'held' order by m.starts_at desc limit 100)
    union all
    (select 'training_figure', q.id::text, g.name || ': ' || c.name, 'Training register', ${toDateColumn(dayOf(now))}::date
       from training_requirements q join training_role_groups g on g.id = q.role_group_id join training_courses c on c.id = q.course_id
      where q.area_id = ${actor.areaId}::uuid and q.ended_on is null order by g.name, c.level limit 200)`;
  return rows.map(({ datedOn, ...row }) => ({ ...row, datedDay: fromDateColumn(datedOn) }));
}
