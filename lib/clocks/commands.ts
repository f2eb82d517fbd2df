import "server-only";

import type { ClockKind } from "@/lib/clocks/labels";
import { defaultLimits, dueDay, isOverdue, type Limits } from "@/lib/clocks/rules";
import { addDays, type Day, dayOf, daysBetween, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";

type Subject = { areaId: string; caseId: string } | { areaId: string; referralId: string };

/** Starts a time limit, and says when it runs out. An area's own limits stand over the defaults. */
export async function startClock(
  { tx, now }: Context,
  kind: ClockKind,
  subject: Subject,
  { from = dayOf(now), limits = {} }: { from?: Day; limits?: Partial<Limits> } = {},
): Promise<Day> {
  const known = { ...defaultLimits, ...limits };
  const dueOn = dueDay(kind, from, known);
  await tx.clock.createMany({
    data: {
      ...subject,
      kind,
      ownerRole: known[kind].owner,
      startedOn: toDateColumn(from),
      dueOn: toDateColumn(dueOn),
    },
  });
  return dueOn;
}

/** Stops the running clock of a kind, in time or late. Nothing happens if none is running. */
export const stopClock = (
  ctx: Context,
  kind: ClockKind,
  subject: Subject,
  { isCancelled = false } = {},
): Promise<void> => stopRunning(ctx, { ...subject, kind }, isCancelled);

/** For a case that has ended: nothing waits for it any more. */
export const cancelClocks = (ctx: Context, subject: Subject): Promise<void> =>
  stopRunning(ctx, subject, true);

/** The reviews after support run from the day it ended, and stand still for nothing (TL-09). */
const neverStill = ["review_6m", "review_12m"] satisfies ClockKind[];

/** A case goes on after standing still: what ran then has as many days left as it had. */
export async function resumeClocks(
  { tx, now }: Context,
  subject: Subject,
  stoodFrom: Day,
): Promise<void> {
  const days = daysBetween(stoodFrom, dayOf(now));
  const running = await tx.clock.findMany({
    where: { ...subject, stoppedOn: null, kind: { notIn: neverStill } },
    select: { id: true, dueOn: true },
  });
  for (const { id, dueOn } of running) {
    const due = toDateColumn(addDays(fromDateColumn(dueOn), days));
    await tx.clock.updateMany({ where: { id, stoppedOn: null }, data: { dueOn: due } });
  }
}

async function stopRunning(
  { tx, now }: Context,
  which: Subject & { kind?: ClockKind },
  isCancelled: boolean,
): Promise<void> {
  const today = dayOf(now);
  const running = await tx.clock.findMany({
    where: { ...which, stoppedOn: null },
    select: { id: true, dueOn: true },
  });
  for (const { id, dueOn } of running) {
    const inTime = isOverdue(fromDateColumn(dueOn), today) ? "missed" : "met";
    await tx.clock.updateMany({
      where: { id, stoppedOn: null },
      data: { stoppedOn: toDateColumn(today), outcome: isCancelled ? "cancelled" : inTime },
    });
  }
}
