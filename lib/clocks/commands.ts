import "server-only";

import type { ClockKind } from "@/lib/clocks/labels";
import { getTimetable } from "@/lib/clocks/queries";
import {
  clockDuties,
  dueAfterPause,
  dueDay,
  isOverdue,
  type LimitedKind,
  outlives,
} from "@/lib/clocks/rules";
import { type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";

type OfCase = { areaId: string; caseId: string };
type Subject = OfCase | { areaId: string; referralId: string } | { areaId: string };

/** The clocks that the process itself runs: a request, an action and an onward referral keep their own. */
const ofTheProcess = { requestId: null, actionId: null, onwardId: null } as const;
const of = (subject: Subject) => ({ caseId: null, referralId: null, ...ofTheProcess, ...subject });

/** Starts a time limit, and says when it runs out: by the limits of the area on the day it starts. */
export async function startClock(
  ctx: Context,
  kind: LimitedKind,
  subject: Subject,
  { from = dayOf(ctx.now) }: { from?: Day } = {},
): Promise<Day> {
  const { limits, holidays } = await getTimetable(ctx, { areaId: subject.areaId, on: from });
  const dueOn = dueDay(kind, from, limits, holidays);
  await runUntil(ctx, kind, subject, { from, dueOn });
  return dueOn;
}

/** The same, unless it runs already: then it goes on as it was. */
export async function keepClock(
  ctx: Context,
  kind: LimitedKind,
  subject: Subject,
  since: { from?: Day } = {},
): Promise<void> {
  const running = await ctx.tx.clock.count({ where: { ...of(subject), kind, stoppedOn: null } });
  if (running === 0) await startClock(ctx, kind, subject, since);
}

/** Starts a clock whose day somebody has decided on. */
export async function runUntil(
  { tx }: Context,
  kind: ClockKind,
  subject: Subject,
  { from, dueOn }: { from: Day; dueOn: Day },
): Promise<void> {
  await tx.clock.createMany({
    data: {
      ...subject,
      kind,
      ownerRole: clockDuties[kind].owner,
      startedOn: toDateColumn(from),
      dueOn: toDateColumn(dueOn),
    },
  });
}

/** Stops the running clock of a kind, in time or late. Nothing happens if none is running. */
export const stopClock = (
  ctx: Context,
  kind: ClockKind,
  subject: Subject,
  { isCancelled = false } = {},
): Promise<void> => stopRunning(ctx, { ...of(subject), kind }, isCancelled);

/**
 * For a case that has ended or gone: nothing of the process waits for it any more. The reviews after
 * support go on, and so does what a partner or a service was asked or took on until that row itself ends (TL-09).
 */
export const cancelClocks = (ctx: Context, subject: OfCase): Promise<void> =>
  stopRunning(ctx, { ...of(subject), kind: { notIn: [...outlives] } }, true);

async function stopRunning(
  { tx, now }: Context,
  which: Subject & { kind?: ClockKind | { notIn: ClockKind[] } },
  isCancelled: boolean,
): Promise<void> {
  const today = dayOf(now);
  const running = await tx.clock.findMany({
    where: { ...which, stoppedOn: null },
    select: { id: true, dueOn: true, pausedOn: true },
  });
  for (const { id, dueOn, pausedOn } of running) {
    const until = pausedOn ? fromDateColumn(pausedOn) : today;
    const inTime = isOverdue(fromDateColumn(dueOn), until) ? "missed" : "met";
    await tx.clock.updateMany({
      where: { id, stoppedOn: null },
      data: { stoppedOn: toDateColumn(today), outcome: isCancelled ? "cancelled" : inTime },
    });
  }
}

/**
 * T28: what runs for a case stands still from today, and nobody is told that it is late. The reviews
 * after support run on (TL-09). The pause has a clock of its own, so that it is not forgotten either.
 */
export async function pauseClocks(ctx: Context, subject: OfCase, reviewOn: Day): Promise<void> {
  const { tx, now } = ctx;
  const from = dayOf(now);
  await tx.clock.updateMany({
    where: { ...subject, stoppedOn: null, pausedOn: null, kind: { notIn: [...outlives] } },
    data: { pausedOn: toDateColumn(from) },
  });
  await runUntil(ctx, "pause_review", subject, { from, dueOn: reviewOn });
}

/** The end of a pause: whatever stood still runs on, and is due as many days later as it stood. */
export async function resumeClocks(ctx: Context, subject: OfCase): Promise<void> {
  const { tx, now } = ctx;
  await stopClock(ctx, "pause_review", subject);
  const to = dayOf(now);
  const { holidays, limits } = await getTimetable(ctx, { areaId: subject.areaId, on: to });
  const paused = await tx.clock.findMany({
    where: { ...subject, stoppedOn: null, pausedOn: { not: null } },
    select: { id: true, kind: true, dueOn: true, pausedOn: true },
  });
  for (const { id, kind, dueOn, pausedOn } of paused) {
    const pause = { from: fromDateColumn(pausedOn ?? toDateColumn(to)), to };
    const due = dueAfterPause(kind as ClockKind, fromDateColumn(dueOn), pause, holidays, limits);
    await tx.clock.updateMany({
      where: { id },
      data: { dueOn: toDateColumn(due), pausedOn: null },
    });
  }
}
