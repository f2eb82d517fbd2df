import { type Day, formatDay } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { ActionStatus } from "@/lib/tracker/labels";

type Action = { status: ActionStatus; dueDay: Day };

export const isOpen = (status: ActionStatus): boolean =>
  status === "not_started" || status === "in_progress";

export const isOverdue = ({ status, dueDay }: Action, today: Day): boolean =>
  isOpen(status) && dueDay < today;

export function assertOpen({ status }: { status: ActionStatus }): void {
  if (!isOpen(status)) throw new RuleBroken("This action is finished, so it cannot be changed");
}

export function assertCanExtend(action: Action, dueDay: Day): void {
  assertOpen(action);
  if (dueDay <= action.dueDay) {
    throw new RuleBroken(`The new date must be after ${formatDay(action.dueDay)}`);
  }
}

/** C-09: no support starts, or is done, while consent is not given. */
export function assertActionCanBecome(
  from: ActionStatus,
  to: ActionStatus,
  isConsentGiven: boolean,
): void {
  assertOpen({ status: from });
  if (from === to || isConsentGiven || (to !== "in_progress" && to !== "done")) return;
  throw new RuleBroken("Support cannot start or go on before consent is given that covers it.");
}
