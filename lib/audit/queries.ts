import "server-only";

import { roleLabels } from "@/lib/access/labels";
import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { addDays, type Day, instantAt } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { anotherEvent, eventLabels, pageLabels } from "./labels";

const { sql, empty } = Prisma;

export const eventsOnAPage = 25;

type Row = {
  id: bigint;
  n: bigint;
  at: Date;
  cursorAt: string;
  type: string;
  page: string | null;
  role: string | null;
  who: string | null;
  organisation: string | null;
};

const events: Readonly<Record<string, string>> = eventLabels;
const pages: Readonly<Record<string, string>> = pageLabels;
const roles: Readonly<Record<string, string>> = roleLabels;

/** Nobody wears a role while they sign in or out: the front door writes down whose account it was. */
const isAtDoor = (type: string): boolean => /^(sign_in|sign_out|factor|hat)\./.test(type);

/** A line of the log, in words. */
function toEvent({ id, at, type, page, role, who, organisation }: Row) {
  const [byNobody, inNoRole] = isAtDoor(type)
    ? ["Somebody unknown", "Signing in or out"]
    : ["The service itself", "No role"];
  return {
    key: id.toString(),
    at,
    what: events[type] ?? anotherEvent,
    page: (page && pages[page]) ?? null,
    role: (role && roles[role]) ?? inNoRole,
    who: who ?? byNobody,
    organisation,
  };
}

/** One page of events with the names of who did them: one statement, whatever the filter. */
export async function readEvents({ tx }: Context, where: Prisma.Sql, order: Prisma.Sql) {
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.n, e.at, e.at::text as "cursorAt", e.type, e.facts ->> 'page' as page, e.role, u.name as who, o.name as organisation
      from (select * from audit_events e where ${where} order by ${order} limit ${eventsOnAPage + 1}) e
      left join users u on u.id = case e.role when 'system' then (e.facts ->> 'user')::uuid else e.actor end
      left join hats h on h.id = e.hat
      left join organisations o on o.id = h.organisation_id
     order by ${order}`;
  const last = rows.length > eventsOnAPage ? rows[eventsOnAPage - 1] : undefined;
  return { events: rows.slice(0, eventsOnAPage).map(toEvent), last };
}

export type LogFilters = {
  type?: string | undefined;
  day?: Day | undefined;
  before?: string | undefined;
};

const cursor = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+00)~(\d{1,18})$/;

/** The log of an area, for those who oversee it. */
export async function viewLog(ctx: Context, { type, day, before }: LogFilters) {
  const { actor, tx } = ctx;
  authorize(actor, "audit:read", { areaId: actor.areaId });
  const [, at, id] = cursor.exec(before ?? "") ?? [];
  const { events, last } = await readEvents(
    ctx,
    sql`e.area = ${actor.areaId}::uuid
      ${type ? sql`and e.type = ${type}` : empty}
      ${day ? sql`and e.at >= ${instantAt(day, "00:00")} and e.at < ${instantAt(addDays(day, 1), "00:00")}` : empty}
      ${at ? sql`and (e.at, e.id) < (${at}::timestamptz, ${id}::bigint)` : empty}`,
    sql`e.at desc, e.id desc`,
  );
  const [sealed] = await tx.$queryRaw<
    { n: bigint; at: Date; events: bigint; waiting: bigint }[]
  >`select n, at, events, waiting from audit_sealed()`;

  await record(ctx, { type: "log.viewed", facts: { type: type ?? null, day: day ?? null } });
  return {
    events,
    next: last ? `${last.cursorAt}~${last.id}` : null,
    sealed: sealed
      ? {
          number: Number(sealed.n),
          at: sealed.at,
          events: Number(sealed.events),
          waiting: Number(sealed.waiting),
        }
      : null,
  };
}
