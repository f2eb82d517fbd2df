import "server-only";

import type { Role } from "@/lib/access/labels";
import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { ClockKind, ClockStep } from "@/lib/clocks/labels";
import { clockDuties, daysLate } from "@/lib/clocks/rules";
import { type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import type { LateState } from "./labels";
import type { LateAddress } from "./schema";

const { sql } = Prisma;
export const lateOnAPage = 25;
const countedTo = 1_000;

/** Those who run panels have the clocks of their cases, and the panel's own: its next meeting, and its minutes. */
const ofTheirCasesAndThePanel = sql`(
  select k.* from case_readers r join clocks k on k.case_id = r.case_id where r.hat_id = actor_hat()
  union all
  select k.* from clocks k where k.area_id = actor_area() and k.kind in ('panel_meeting', 'sign_minutes')) k where true`;

/** Where each role's list starts: from an index that begins with the reader, and the row policies after it. */
const reach: Partial<Record<Role | "system", Prisma.Sql>> = {
  gateway_officer: sql`clocks k where k.area_id = actor_area() and (k.case_id is not null or k.referral_id is not null)`,
  coordinator: ofTheirCasesAndThePanel,
  chair: ofTheirCasesAndThePanel,
  prevent_coordinator: sql`(
    select k.* from plan_areas v join clocks k on k.plan_id = v.plan_id where v.area_id = actor_area() and v.status = 'approved'
    union all select k.* from clocks k where k.area_id = actor_area() and (k.risk_id is not null or k.edition_id is not null or k.path is not null)) k where true`,
};

type Told = { step: ClockStep; at: string; names: string[] };
type Row = {
  id: string;
  kind: ClockKind;
  ownerRole: Role;
  dueOn: Date;
  stoppedOn: Date | null;
  reference: string;
  path: string;
  name: string | null;
  organisation: string | null;
  told: Told[] | null;
};

const inState = (state: LateState, today: Day) =>
  state === "settled"
    ? sql`k.stopped_on > k.due_on`
    : sql`k.stopped_on is null and k.paused_on is null and k.due_on < ${toDateColumn(today)}`;

/**
 * What is late of all that this reader may see, longest first: whose it is, and who has been told. Or what was
 * late and is settled, the newest first.
 */
export async function listLate(ctx: Context, { page = 1, owner, state = "now" }: LateAddress) {
  const { actor, tx, now } = ctx;
  authorize(actor, "late:list", { areaId: actor.areaId });
  const today = dayOf(now);
  const late = sql`
    select k.id, k.kind, k.owner_role, k.owner_hat_id, k.owner_organisation_id, k.case_id, k.referral_id, k.request_id, k.action_id,
           k.plan_id, k.risk_id, k.edition_id, k.meeting_id, k.reference, k.path, k.due_on, k.stopped_on
      from ${reach[actor.role] ?? sql`clocks k where false`} and ${inState(state, today)}
       and (${owner ?? null}::text is null or k.owner_role = ${owner ?? null})`;
  const order = state === "settled" ? sql`k.stopped_on desc, k.id` : sql`k.due_on, k.id`;
  const [counted] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from (${late} limit ${countedTo + 1}) x`;
  const rows = await tx.$queryRaw<Row[]>`
    with late as (${late} order by ${order} limit ${lateOnAPage} offset ${(page - 1) * lateOnAPage})
    select l.id::text as id, l.kind, l.owner_role as "ownerRole", l.due_on as "dueOn", l.stopped_on as "stoppedOn",
           coalesce(c.reference, f.reference, p.reference, x.reference, e.reference, l.reference,
                    'Panel meeting on ' || to_char(m.held_on, 'FMDD FMMonth YYYY'),
                    'Panel meetings') as reference,
           case when l.plan_id is not null then '/plan/actions/' || l.action_id
                when l.risk_id is not null then '/plan/risks/' || l.risk_id
                when l.edition_id is not null then '/plan/profile/' || l.edition_id
                when l.path is not null then l.path
                when l.action_id is not null and actor_role() <> 'gateway_officer' then '/actions/' || l.action_id
                when l.request_id is not null then '/cases/' || c.reference || '/requests/' || l.request_id
                when l.meeting_id is not null then '/meetings/' || l.meeting_id || '/minutes'
                when l.case_id is not null then '/cases/' || c.reference
                when l.referral_id is not null then '/referrals/' || f.reference
                else '/meetings' end as path,
           u.name, o.name as organisation,
           (select json_agg(json_build_object('step', t.step, 'at', t.taken_at,
                     'names', (select coalesce(json_agg(w.name order by w.name), '[]') from hats h join users w on w.id = h.user_id where h.id = any (t.told_hats)))
                     order by t.taken_at, t.step)
              from clock_steps t where t.clock_id = l.id and t.step <> 'reminder') as told
      from late l
      left join cases c on c.id = l.case_id
      left join referrals f on f.id = l.referral_id and l.case_id is null
      left join plan_actions p on p.action_id = l.action_id
      left join risks x on x.id = l.risk_id
      left join profile_editions e on e.id = l.edition_id
      left join meetings m on m.id = l.meeting_id
      left join hats h on h.id = l.owner_hat_id
      left join users u on u.id = h.user_id
      left join organisations o on o.id = l.owner_organisation_id
     order by ${state === "settled" ? sql`l.stopped_on desc, l.id` : sql`l.due_on, l.id`}`;
  await record(ctx, { type: "late.listed", facts: { page, shown: rows.length } });
  const total = counted?.n ?? 0;
  return {
    page,
    today,
    total: Math.min(total, countedTo),
    isCapped: total > countedTo,
    state,
    late: rows.map(({ dueOn, stoppedOn, kind, told, ...row }) => ({
      ...row,
      kind,
      dueDay: fromDateColumn(dueOn),
      settledDay: stoppedOn && fromDateColumn(stoppedOn),
      days: daysLate(fromDateColumn(dueOn), stoppedOn ? fromDateColumn(stoppedOn) : today),
      deputy: clockDuties[kind].deputy,
      told: (told ?? []).map(({ at, ...step }) => ({ ...step, on: dayOf(new Date(at)) })),
    })),
  };
}
