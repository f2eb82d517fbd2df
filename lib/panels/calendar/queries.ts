import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { Forbidden } from "@/lib/errors";
import { getMeeting } from "../meetings/queries";
import { servedBy } from "../queries";
import { toCalendar } from "./rules";

const calendarFacts = {
  id: true,
  heldOn: true,
  startsAt: true,
  lastsMinutes: true,
  status: true,
  calendarSequence: true,
  createdAt: true,
  changedAt: true,
} as const;

async function calendarOf({ tx, now }: Context, where: object) {
  const found = await tx.meeting.findMany({
    where,
    orderBy: { heldOn: "asc" },
    take: 100,
    select: calendarFacts,
  });
  const meetings = found.map(({ status, calendarSequence, createdAt, changedAt, ...meeting }) => ({
    ...meeting,
    heldOn: fromDateColumn(meeting.heldOn),
    isCancelled: status === "cancelled",
    sequence: calendarSequence,
    changedAt: changedAt ?? createdAt,
  }));
  return { count: found.length, text: toCalendar(meetings, { origin: env().APP_ORIGIN, now }) };
}

/** One meeting for somebody's calendar. That it was taken out is recorded. */
export async function exportCalendarEntry(ctx: Context, meetingId: string): Promise<string> {
  const { id } = await getMeeting(ctx, meetingId);
  const { text } = await calendarOf(ctx, { id });
  await record(ctx, { type: "meeting.exported", facts: { meetingId } });
  return text;
}

/** Every meeting to come that its reader is asked to, those that were cancelled among them. */
export async function exportCalendar(ctx: Context): Promise<string> {
  const { actor, now } = ctx;
  if (!mayEver(actor, "meeting:read")) throw new Forbidden("meeting:read");
  const { text, count } = await calendarOf(ctx, {
    heldOn: { gte: toDateColumn(dayOf(now)) },
    ...servedBy(actor.areaId),
  });
  await record(ctx, { type: "meeting.exported", facts: { count } });
  return text;
}
