import "server-only";

import { addMonths, type Day, fromDateColumn, quarterOf, toDateColumn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { type Waiting, waitingFor } from "@/lib/home/waiting/labels";

const { sql, join } = Prisma;
const shown = 5;

/** Owners update monthly; a date within four weeks is worth seeing. */
const monthly = 30;
const ahead = 28;

/**
 * What waits, each as rows of (text, path, due): references, and titles of plan actions, which know no
 * person. Row policies decide whose. Every piece starts from an index that begins with the reader.
 */
// prettier-ignore
const pieces: Record<Waiting, (today: Day) => Prisma.Sql> = {
  drafts: () => sql`
    select 'Draft begun on ' || to_char(r.created_at at time zone 'Europe/London', 'FMDD Mon YYYY') as text,
           '/referrals/drafts/' || r.id as path, null::date as due
      from referrals r
     where r.status = 'draft' and r.created_by = actor_id() and r.area_id = actor_area()
       and r.organisation_id = actor_organisation()`,
  concerns: () => sql`
    select 'Concern noticed on ' || to_char(c.noticed_on, 'FMDD Mon YYYY'), '/concerns/' || c.id, null::date
      from concerns c
     where c.area_id = actor_area() and c.organisation_id = actor_organisation() and c.status in ('noticed', 'checking')`,
  requests: () => sql`
    select q.reference, '/requests/' || q.id, q.due_on
      from information_requests q
     where q.area_id = actor_area() and q.organisation_id = actor_organisation() and q.state = 'asked'`,
  to_screen: () => sql`
    select r.reference, '/referrals/' || r.reference, r.screening_due_on
      from referrals r
     where r.area_id = actor_area() and r.status in ('submitted', 'gateway')`,
  to_decide: () => sql`
    select c.reference, '/cases/' || c.reference,
           (select min(k.due_on) from clocks k
             where k.case_id = c.id and k.kind = 's36_decision' and k.stopped_on is null and k.paused_on is null)
      from cases c
     where c.area_id = actor_area() and c.status = 's36_decision'`,
  transfers: () => sql`
    select t.reference, '/transfers/' || t.id, null::date
      from case_transfers t
     where t.to_area_id = actor_area() and t.status = 'offered'`,
  pauses: () => sql`
    select c.reference, '/cases/' || c.reference || '/pause', c.pause_review_on
      from cases c
     where c.area_id = actor_area() and c.paused_since is not null`,
  covered: (today) => sql`
    select c.reference, '/cases/' || c.reference, min(k.due_on)
      from absences a
      join hats h on h.id = a.hat_id
      join case_readers c on c.hat_id = actor_hat()
      join clocks k on k.case_id = c.case_id and k.stopped_on is null and k.paused_on is null
       and (k.owner_hat_id = a.hat_id
            or k.owner_hat_id is null and k.owner_role = h.role
               and exists (select from case_workers w where w.case_id = k.case_id and w.hat_id = a.hat_id and w.ended_at is null))
     where a.cover_hat_id = actor_hat() and a.ended_at is null and ${today}::date between a.from_on and a.to_on
       and k.due_on <= ${today}::date + ${ahead}::int
     group by c.reference`,
  support_concerns: () => sql`
    select c.reference, '/cases/' || c.reference || '/support/concerns/' || s.id, null::date
      from case_readers c join support_concerns s on s.case_id = c.case_id
     where c.hat_id = actor_hat() and s.answered_at is null`,
  consent_forms: () => sql`
    select c.reference, '/cases/' || c.reference || '/consent/forms/' || f.id, null::date
      from case_readers c join consent_forms f on f.case_id = c.case_id
     where c.hat_id = actor_hat() and f.state = 'waiting'`,
  onward: () => sql`
    select c.reference, '/cases/' || c.reference || '/reviews/onward/' || o.id, o.due_on
      from case_readers c join clocks k on k.case_id = c.case_id join onward_referrals o on o.id = k.onward_id
     where c.hat_id = actor_hat() and k.stopped_on is null and (k.owner_role = actor_role() or actor_role() = 'coordinator')`,
  signposts: (today) => sql`
    select coalesce(c.reference, f.reference),
           coalesce('/cases/' || c.reference || '/reviews/onward/', '/referrals/' || f.reference || '/signposting/') || o.id, k.due_on
      from clocks k join onward_referrals o on o.id = k.onward_id
      left join cases c on c.id = o.case_id
      left join referrals f on f.id = o.referral_id
     where k.area_id = actor_area() and k.stopped_on is null and k.kind = 'onward_answer' and k.owner_role = actor_role()
       and k.due_on <= ${today}::date + ${ahead}::int`,
  untold: () => sql`
    select k.reference, '/governance/told/' || k.id, k.raised_on
      from untold_tasks k
     where k.area_id = actor_area() and k.settled_at is null`,
  sessions: (today) => sql`
    select c.reference, '/cases/' || c.reference || '/support/sessions/' || s.id, s.planned_on
      from case_readers c join support_sessions s on s.case_id = c.case_id
     where c.hat_id = actor_hat() and s.provider_hat = actor_hat() and s.state = 'planned'
       and s.planned_on <= ${today}::date`,
  clocks: (today) => sql`
    select distinct on (c.reference) c.reference, '/cases/' || c.reference, k.due_on
      from case_readers c join clocks k on k.case_id = c.case_id
     where c.hat_id = actor_hat() and k.stopped_on is null and k.paused_on is null and k.owner_role = actor_role()
       and k.action_id is null and k.request_id is null and k.onward_id is null
       and k.kind not in ('review_6m', 'review_12m')
       and k.due_on <= ${today}::date + ${ahead}::int
     order by c.reference, k.due_on`,
  late_requests: (today) => sql`
    select distinct on (q.case_id) q.reference, '/cases/' || q.reference || '/requests', q.due_on
      from case_readers c join information_requests q on q.case_id = c.case_id
     where c.hat_id = actor_hat() and q.state = 'asked' and q.due_on < ${today}::date
     order by q.case_id, q.due_on`,
  to_list: (today) => sql`
    select c.reference, '/cases/' || c.reference, c.next_due_on
      from case_readers c
     where c.hat_id = actor_hat() and c.status = 'panel_listed'
       and not exists (select from panel_items i join meetings m on m.id = i.meeting_id
                        where i.case_id = c.case_id and m.status not in ('closed', 'cancelled') and m.held_on >= ${today}::date)`,
  meetings: (today) => sql`
    select m.title, '/meetings/' || m.id, m.held_on
      from meetings m join meeting_members w on w.meeting_id = m.id and w.hat_id = actor_hat()
     where m.status not in ('closed', 'cancelled') and m.held_on >= ${today}::date`,
  to_countersign: () => sql`
    select distinct c.reference, '/cases/' || c.reference || '/assessment', null::date
      from case_readers c join assessments a on a.case_id = c.case_id
     where c.hat_id = actor_hat() and a.status = 'complete' and a.author_hat <> actor_hat()`,
  decisions: (today) => sql`
    select c.reference, '/meetings/' || i.meeting_id || '/items/' || i.id, m.held_on
      from case_readers c join panel_items i on i.case_id = c.case_id join meetings m on m.id = i.meeting_id
     where c.hat_id = actor_hat() and m.status not in ('closed', 'cancelled') and m.held_on <= ${today}::date
       and not exists (select from panel_decisions d where d.item_id = i.id)`,
  minutes: () => sql`
    select m.title, '/meetings/' || m.id || '/minutes', n.due_on
      from minutes n join meetings m on m.id = n.meeting_id
      join meeting_members w on w.meeting_id = m.id and w.hat_id = actor_hat()
     where n.area_id = actor_area() and n.signed_at is null and w.is_present and w.seat in ('chair', 'deputy_chair')`,
  reviews: (today) => sql`
    select distinct on (c.reference) c.reference, '/cases/' || c.reference || '/reviews', v.due_on
      from case_readers c join reviews v on v.case_id = c.case_id
     where c.hat_id = actor_hat() and v.held_on is null and v.due_on <= ${today}::date + ${ahead}::int
     order by c.reference, v.due_on`,
  actions: () => sql`
    select c.reference, '/actions/' || a.id, a.due_on
      from actions a join cases c on c.id = a.case_id
     where a.owner_hat_id = actor_hat() and a.status in ('not_started', 'in_progress')`,
  plan_actions: (today) => sql`
    select p.reference || ' ' || a.title, '/plan/actions/' || a.id, a.due_on
      from plan_areas v join plan_actions p on p.plan_id = v.plan_id join actions a on a.id = p.action_id
     where v.area_id = actor_area() and v.status = 'approved' and a.owner_organisation_id = actor_organisation()
       and p.rag <> 'blue' and a.starts_on <= ${today}::date
       and (p.last_update_on < ${today}::date - ${monthly}::int or p.is_stale or a.due_on < ${today}::date)`,
  measures: (today) => sql`
    select p.reference || ' ' || m.name, '/plan/measures/' || m.id, (${quarterOf(today).start}::date - 1)
      from plan_areas v join plans n on n.id = v.plan_id
      join plan_measures m on m.plan_id = v.plan_id join plan_actions p on p.action_id = m.action_id join actions a on a.id = m.action_id
     where v.area_id = actor_area() and v.status = 'approved' and a.owner_organisation_id = actor_organisation()
       and p.rag <> 'blue' and a.starts_on < ${quarterOf(today).start}::date
       and n.period_start < ${quarterOf(today).start}::date and n.period_end >= ${addMonths(quarterOf(today).start, -3)}::date
       and not exists (select from plan_actuals f where f.measure_id = m.id and f.quarter_on = ${addMonths(quarterOf(today).start, -3)}::date)`,
  risks: (today) => sql`
    select r.reference || ' ' || r.title, '/plan/risks/' || r.id, r.review_on
      from risks r
     where r.owner_organisation_id = actor_organisation() and r.status <> 'closed'
       and r.review_on <= ${today}::date + ${ahead}::int`,
  training: (today) => sql`
    select g.name || ': ' || c.name, '/training/requirements/' || q.id,
           (d.as_at_on + make_interval(months => least(a.training_stale_months, c.refresh_months)))::date
      from organisations o
      join training_role_groups g on g.area_id = actor_area() and o.kind = any (g.found_in)
      join training_requirements q on q.role_group_id = g.id and q.ended_on is null
      join training_courses c on c.id = q.course_id
      join areas a on a.id = q.area_id
      left join lateral (select e.in_scope, e.trained, e.as_at_on from training_declarations e
                          where e.requirement_id = q.id and e.organisation_id = o.id
                          order by e.declared_at desc, e.id desc limit 1) d on true
     where o.id = actor_organisation()
       and (d.as_at_on is null or d.trained * 100 < d.in_scope * coalesce(q.target, a.training_target)
            or d.as_at_on + make_interval(months => least(a.training_stale_months, c.refresh_months)) < ${today}::date)`,
  comments: (today) => sql`
    select p.title, '/plan/consultation?plan=' || p.id, o.closes_on
      from plan_asked q join plan_rounds o on o.id = q.round_id join plans p on p.id = o.plan_id
     where q.organisation_id = actor_organisation() and o.closed_at is null and o.closes_on >= ${today}::date
       and not exists (select from plan_comments c where c.round_id = o.id and c.organisation_id = actor_organisation())`,
  approvals: () => sql`
    select r.title, '/plan/reports/' || r.id, r.meets_on
      from board_reports r
     where r.status = 'in_approval' and actor_hat() = any (r.approver_hat_ids)
       and exists (select from report_approvers a
                    where a.report_id = r.id and a.hat_id = actor_hat() and a.ended_at is null
                      and not exists (select from report_approvals g
                                       where g.approver_id = a.id and g.version_number = r.latest_version))`,
  contributions: () => sql`
    select c.title, '/plan/consultations/' || c.id, c.contribute_by
      from consultations c
     where c.status = 'open' and actor_hat() = any (c.contributor_hat_ids)
       and not exists (select from consultation_answers a where a.consultation_id = c.id and a.hat_id = actor_hat())`,
  questions: (today) => sql`
    select e.title, '/meetings/escalations/' || e.id, null::date
      from governance_escalations e
     where e.state = 'open'
       and exists (select from governance_members m
                    where m.body_id = e.to_body_id and m.hat_id = actor_hat() and m.from_on <= ${today}::date
                      and (m.until_on is null or m.until_on >= ${today}::date))`,
  overspent: () => sql`
    select l.reference || ' ' || l.name, '/plan/funding/lines/' || l.id, null::date
      from funding_lines l join funding_entries e on e.line_id = l.id
     group by l.id, l.reference, l.name
    having greatest(sum(e.pence) filter (where e.kind = 'spent'), sum(e.pence) filter (where e.kind = 'committed'),
                    sum(e.pence) filter (where e.kind = 'forecast'))
           > coalesce(sum(e.pence) filter (where e.kind = 'budget'), 0)`,
  reports: (today) => sql`
    select r.title, '/plan/reports/' || r.id, null::date
      from board_reports r
     where r.status = 'published' and r.published_on >= ${addMonths(today, -3)}::date`,
  unreviewed: (today) => sql`
    select r.reference || ' ' || r.title, '/plan/risks/' || r.id, r.review_on
      from risks r
     where r.status <> 'closed' and r.review_on < ${today}::date`,
  exceptions: (today) => sql`
    select p.reference || ' ' || a.title, '/plan/actions/' || a.id, a.due_on
      from plan_areas v join plan_actions p on p.plan_id = v.plan_id join actions a on a.id = p.action_id
     where v.area_id = actor_area() and v.status = 'approved' and p.rag <> 'blue'
       and (p.rag = 'red' or p.is_stale or a.due_on < ${today}::date)`,
  approved_plan: (today) => sql`
    select p.title, '/plan?plan=' || p.id, null::date
      from plan_areas v join plans p on p.id = v.plan_id
     where v.area_id = actor_area() and v.status = 'approved' and ${today}::date between p.period_start and p.period_end`,
};

export type WaitingItem = { text: string; path: string; due: Day | null; isLate: boolean };
export type WaitingGroup = { kind: Waiting; total: number; late: number; items: WaitingItem[] };

type Row = {
  kind: Waiting;
  text: string;
  path: string;
  due: Date | null;
  total: number;
  late: number;
};

/** Everything that waits for this role or is there for it to read, in one question: the first few of each kind, and how many there are. */
export async function listWaiting({ actor, tx }: Context, today: Day): Promise<WaitingGroup[]> {
  const kinds = actor.role === "system" ? [] : waitingFor[actor.role];
  if (kinds.length === 0) return [];
  const parts = kinds.map(
    (kind) => sql`(
      select ${kind}::text as kind, w.*, count(*) over ()::int as total,
             (count(*) filter (where w.due < ${toDateColumn(today)}) over ())::int as late
        from (${pieces[kind](today)}) as w (text, path, due)
       order by w.due nulls last, w.text limit ${shown})`,
  );
  const rows = await tx.$queryRaw<Row[]>`${join(parts, " union all ")}`;
  return kinds.flatMap((kind) => {
    const found = rows.filter((row) => row.kind === kind);
    const [first] = found;
    if (!first) return [];
    return [
      { kind, total: first.total, late: first.late, items: found.map((row) => toItem(row, today)) },
    ];
  });
}

const toItem = ({ text, path, due }: Row, today: Day): WaitingItem => {
  const day = due && fromDateColumn(due);
  return { text, path, due: day, isLate: day !== null && day < today };
};
