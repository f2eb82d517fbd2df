import "server-only";

import type { ClockKind } from "@/lib/clocks/labels";
import { defaultLimits, dueDay, isOverdue, type Limits } from "@/lib/clocks/rules";
import { type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
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
