import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { mostCounted, pageSize } from "@/lib/cases/list/rules";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { nameOf } from "@/lib/people/rules";
import type { Priority, ReferralStatus, Sector } from "@/lib/referrals/labels";
import type { QueueStatus } from "./labels";
import type { QueueFilters } from "./rules";

const { sql, join } = Prisma;
const waiting = sql`r.status in ('submitted', 'gateway')`;
const closed = sql`r.status in ('case_ended', 'closed_not_prevent', 'police_led', 'withdrawn')`;

function inStatus(status: QueueStatus) {
  if (status === "waiting") return waiting;
  return status === "closed" ? closed : sql`r.status = ${status}`;
}

function conditions({ areaId }: Context["actor"], filters: QueueFilters, today: Day) {
  const { status, priority, late } = filters;
  return join(
    [
      sql`r.area_id = ${areaId}::uuid`,
      inStatus(status),
      priority && sql`r.priority = ${priority}`,
      // Only what waits can be late.
      late && sql`${waiting} and r.screening_due_on < ${today}::date`,
    ].filter((condition) => condition instanceof Prisma.Sql),
    " and ",
  );
}

/** What waits comes by urgency, then by the day it is due; what is over, newest first. Each from its index. */
const orderOf = ({ status }: QueueFilters) =>
  status === "waiting"
    ? sql`priority_rank(r.priority), r.screening_due_on, r.submitted_at, r.id`
    : sql`r.submitted_at desc, r.id`;

async function count(tx: Context["tx"], where: Prisma.Sql) {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (
      select 1 from referrals r where ${where} limit ${mostCounted + 1}) few`;
  const total = counted?.total ?? 0;
  return { total: Math.min(total, mostCounted), isCapped: total > mostCounted };
}

type Row = {
  reference: string;
  status: string;
  sector: string;
  priority: string | null;
  submittedAt: Date;
  dueOn: Date | null;
  acknowledgedAt: Date | null;
  forenames: string | null;
  surname: string | null;
};

const offsetOf = ({ page }: QueueFilters) => (page - 1) * pageSize;
const dayOrNull = (column: Date | null) => column && fromDateColumn(column);

/** The gateway's queue: what waits, most urgent and oldest first (TL-02). */
export async function listGatewayQueue(ctx: Context, filters: QueueFilters) {
  const { actor, tx, now } = ctx;
  authorize(actor, "referral:screen", { areaId: actor.areaId });
  const where = conditions(actor, filters, dayOf(now));
  const order = orderOf(filters);
  const rows = await tx.$queryRaw<Row[]>`
    select r.reference, r.status, r.sector, r.priority, r.submitted_at as "submittedAt",
           r.screening_due_on as "dueOn", d.acknowledged_at as "acknowledgedAt", p.forenames, p.surname
      from (select * from referrals r where ${where} order by ${order} limit ${pageSize} offset ${offsetOf(filters)}) r
      left join people p on p.referral_id = r.id
      left join referral_deliveries d on d.referral_id = r.id and d.recipient = 'police'
     order by ${order}`;
  const counted = await count(tx, where);

  await record(ctx, { type: "referrals.listed", facts: { rows: rows.length, ...filters } });
  return {
    ...counted,
    today: dayOf(now),
    referrals: rows.map((row) => ({
      reference: row.reference,
      name: nameOf(row),
      status: row.status as ReferralStatus,
      sector: row.sector as Sector,
      priority: row.priority as Priority | null,
      receivedOn: dayOf(row.submittedAt),
      dueOn: isWaiting(row.status) ? dayOrNull(row.dueOn) : null,
      isNew: isWaiting(row.status) && row.acknowledgedAt === null,
    })),
  };
}

const isWaiting = (status: string) => status === "submitted" || status === "gateway";

type CouncilRow = Pick<Row, "reference" | "status" | "submittedAt" | "dueOn"> & {
  closureCode: string | null;
};

/** What the council is told of each referral delivered to it (IS-17): that it is there, and how far it is. */
export async function listCouncilQueue(ctx: Context, filters: QueueFilters) {
  const { actor, tx, now } = ctx;
  authorize(actor, "referral:status", { areaId: actor.areaId });
  const where = conditions(actor, filters, dayOf(now));
  const order = orderOf(filters);
  const rows = await tx.$queryRaw<CouncilRow[]>`
    select r.reference, r.status, r.closure_code as "closureCode", r.submitted_at as "submittedAt",
           r.screening_due_on as "dueOn"
      from referrals r where ${where} order by ${order} limit ${pageSize} offset ${offsetOf(filters)}`;
  const counted = await count(tx, where);

  await record(ctx, { type: "referrals.listed", facts: { rows: rows.length, ...filters } });
  return {
    ...counted,
    today: dayOf(now),
    referrals: rows.map(({ reference, status, closureCode, submittedAt, dueOn }) => ({
      reference,
      status: status as ReferralStatus,
      closureCode,
      receivedOn: dayOf(submittedAt),
      dueOn: isWaiting(status) ? dayOrNull(dueOn) : null,
    })),
  };
}
