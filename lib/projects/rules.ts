import { addDays, addMonths, type Day, quarterOf } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import { between, type OneWay, suppress } from "@/lib/insight/rules";
import {
  type Answer,
  type CheckKind,
  type CheckResult,
  checkKinds,
  type ParticipantOutcome,
  type ProjectStatus,
  participantOutcomes,
  projectStatuses,
  type Step,
  stepLabels,
} from "@/lib/projects/labels";

/** Which steps there are at each place on the road (domain 8.10). What is over has none. */
// prettier-ignore
export const stepsFrom: Record<ProjectStatus, readonly Step[]> = {
  idea: ["outline", "withdraw"],
  outline: ["outline", "answer", "bid", "withdraw"],
  bid: ["decision", "withdraw"],
  refused: ["bid", "withdraw"],
  approved: ["delivery", "withdraw"],
  delivery: ["evaluation", "withdraw"],
  evaluation: ["close"],
  closed: [],
  withdrawn: [],
};

type Standing = { status: ProjectStatus; answer: Answer | null };

/** The steps of this project now: an outline is answered once, is put again when changes are asked for, and is bid for when it is supported. */
export const stepsOf = ({ status, answer }: Standing): Step[] =>
  stepsFrom[status].filter((step) => {
    if (status !== "outline" || step === "withdraw") return true;
    if (step === "answer") return answer === null;
    return step === "bid" ? answer === "supported" : answer === "changes";
  });

export function assertCanStep(project: Standing, step: Step): void {
  if (stepsOf(project).includes(step)) return;
  if (step === "bid" && project.status === "outline")
    throw new RuleBroken("The steering group has not supported the outline yet, so no bid is made");
  throw new RuleBroken(
    `This project is at “${projectStatuses[project.status]}”, so “${stepLabels[step]}” is not its next step`,
  );
}

export const isOver = ({ status }: { status: ProjectStatus }): boolean =>
  stepsFrom[status].length === 0;

export function assertIsOpen(project: { status: ProjectStatus }): void {
  if (isOver(project)) throw new RuleBroken("This project is over, so it stays as it was");
}

/** Those above the partnership read what has been approved. */
export const isApproved = (status: ProjectStatus): boolean =>
  ["approved", "delivery", "evaluation", "closed"].includes(status);

export type Check = { kind: CheckKind; result: CheckResult; expiresDay: Day };

/** What stands in the way of a provider: a kind not looked into, not passed, or run out. Checks come newest first. */
export function missingChecks(checks: readonly Check[], today: Day): CheckKind[] {
  return (Object.keys(checkKinds) as CheckKind[]).filter((kind) => {
    const newest = checks.find((check) => check.kind === kind);
    return !newest || newest.result === "failed" || newest.expiresDay < today;
  });
}

type ToDeliver = {
  hasProvider: boolean;
  missing: readonly CheckKind[];
  measures: readonly unknown[];
};

/** Nothing is delivered by whoever has not been looked into, or without something to measure it by. */
export function assertCanBeDelivered({ hasProvider, missing, measures }: ToDeliver): void {
  if (!hasProvider)
    throw new RuleBroken("Say who delivers it first: change the project and choose a provider");
  if (missing.length > 0)
    throw new RuleBroken(
      `Due diligence on the provider is not current: ${missing.map((kind) => checkKinds[kind].toLowerCase()).join(", ")}`,
    );
  if (measures.length === 0)
    throw new RuleBroken("Add at least one output or outcome with its target first");
}

type Return = { recordedDay: Day | null; periodEnd: Day };

/** An evaluation ends when every period that is over has been reported. */
export function assertCanBeClosed(returns: readonly Return[], today: Day): void {
  const waiting = returns.filter((one) => !one.recordedDay && one.periodEnd < today).length;
  if (waiting > 0)
    throw new RuleBroken(
      waiting === 1
        ? "One return has not been recorded yet"
        : `${waiting} returns have not been recorded yet`,
    );
}

/** How long after a period its return is due. */
const daysToReport = 28;

/** A return for each quarter in which something is delivered, from the first day to the last. */
export function returnsFor(startDay: Day, endDay: Day) {
  const returns: { periodStart: Day; periodEnd: Day; dueDay: Day }[] = [];
  for (let from = startDay; from <= endDay && returns.length < 20; ) {
    const { end } = quarterOf(from);
    const periodEnd = end < endDay ? end : endDay;
    returns.push({ periodStart: from, periodEnd, dueDay: addDays(periodEnd, daysToReport) });
    from = addDays(periodEnd, 1);
  }
  return returns;
}

/** No project runs longer: its returns would be of something else. */
export const longestDelivery = 36;
export const isShortEnough = (startDay: Day, endDay: Day): boolean =>
  endDay <= addMonths(startDay, longestDelivery);

export type Counts = Record<ParticipantOutcome, number>;
export type Shown = OneWay<ParticipantOutcome>;

/** What those who oversee may know of who took part (IS-21). */
export const shownOf = (counts: Counts): Shown => suppress(counts);

/** The counts themselves, for whoever made them, in the same shape. */
export function wholeOf(counts: Counts): Shown {
  const exact = (count: number) => between(count, count);
  const codes = Object.keys(participantOutcomes) as ParticipantOutcome[];
  const total = codes.reduce((sum, code) => sum + counts[code], 0);
  return {
    cells: Object.fromEntries(codes.map((code) => [code, exact(counts[code])])) as Shown["cells"],
    total: exact(total),
  };
}

/** How far a measure has come, in whole per cent of its target. */
export const reached = ({ target, actual }: { target: number; actual: number | null }) =>
  actual === null ? null : Math.floor((100 * actual) / target);

/** Whether an address names a step. */
export const isStep = (word: string): word is Step => Object.hasOwn(stepLabels, word);
