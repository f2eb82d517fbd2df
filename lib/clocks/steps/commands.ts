import "server-only";

import { record } from "@/lib/audit/record";
import { keepClock } from "@/lib/clocks/commands";
import type { ClockStep } from "@/lib/clocks/labels";
import { getTimetable } from "@/lib/clocks/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { notify } from "@/lib/notices/commands";
import type { NoticeKind } from "@/lib/notices/labels";
import { type DueStep, getAround, listDueSteps } from "./queries";
import { type Person, pathFor, toldOf } from "./rules";

const batch = 40;

const noticeOf: Record<ClockStep, NoticeKind> = {
  reminder: "clock_reminder",
  overdue: "clock_overdue",
  to_coordinator: "clock_escalated",
  to_chair: "clock_escalated",
  to_director: "clock_at_director",
};

/**
 * Says what is due, once, to whoever it is for: reminder, overdue, and then up the line. A batch is
 * one transaction, in which the step, the notice and the record are kept together or not at all; so
 * a worker that dies in the middle has neither lost a step nor taken one twice. Run as the system of
 * an area, as often as one likes; what is left over is for the next time around.
 */
export async function takeDueSteps(ctx: Context): Promise<{ taken: number }> {
  const { actor, now } = ctx;
  const today = dayOf(now);
  const { holidays } = await getTimetable(ctx, { areaId: actor.areaId, on: today });
  const due = await listDueSteps(ctx, { today, holidays, take: batch });
  if (due.length === 0) return { taken: 0 };
  const around = await getAround(ctx, due, today);
  let taken = 0;
  for (const step of due) {
    const told = toldOf(step, around);
    if (!(await take(ctx, step, told))) continue;
    await tell(ctx, step, told);
    taken += 1;
  }
  return { taken };
}

/** The key is the clock and the step: of two workers, the second finds it taken. */
async function take({ tx, now }: Context, step: DueStep, told: Person[]): Promise<boolean> {
  const hatIds = told.map(({ hatId }) => hatId);
  const count = await tx.$executeRaw`
    insert into clock_steps (clock_id, step, area_id, case_id, due_on, told_hats, taken_at)
    values (${step.clockId}::uuid, ${step.step}, ${step.areaId}::uuid, ${step.caseId}::uuid, ${step.dueOn}, ${hatIds}::uuid[], ${now})
    on conflict do nothing`;
  return count === 1;
}

async function tell(ctx: Context, step: DueStep, told: Person[]): Promise<void> {
  const { reference, kind, dataKeyId } = step;
  for (const path of new Set(told.map((one) => pathFor(step, one)))) {
    const here = told.filter((one) => pathFor(step, one) === path);
    const hatIds = here.map(({ hatId }) => hatId);
    await notify(ctx, hatIds, { kind: noticeOf[step.step], reference, path });
  }
  await record(ctx, {
    type: "clock.told",
    dataKeyId,
    facts: {
      ...{ reference, kind, step: step.step, dueOn: fromDateColumn(step.dueOn) },
      told: told.map(({ hatId }) => hatId),
    },
  });
}

/** TL-05: an area in which somebody chairs a panel is always on its way to the next meeting. */
export async function keepMeetingsDue(ctx: Context): Promise<void> {
  const { actor, tx } = ctx;
  const { areaId } = actor;
  const chairs = await tx.hat.count({ where: { areaId, role: "chair", endedAt: null } });
  if (chairs > 0) await keepClock(ctx, "panel_meeting", { areaId });
}
