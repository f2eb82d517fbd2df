import type { BenchmarkStatus, Criterion, DutyPart } from "@/lib/benchmarks/labels";
import { financialYearName, financialYearOf } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";

/** From this level on, an answer is shown by something (8.5). */
export const evidenceFrom = 3;
/** Up to this level, an answer asks for an action of the plan (8.5). */
export const lowUpTo = 2;

export const isLow = (level: number | null): boolean => level !== null && level <= lowUpTo;
export const asksForEvidence = (level: number | null): boolean =>
  level !== null && level >= evidenceFrom;

/** What stands for all of them: the mean of every level, to one place, and nothing while one is missing (8.5). */
export function jointScore(levels: readonly (number | null)[]): number | null {
  const given = levels.filter((level) => level !== null);
  if (given.length === 0 || given.length < levels.length) return null;
  return Math.round((10 * given.reduce((sum, level) => sum + level, 0)) / given.length) / 10;
}

export type Answered = {
  level: number | null;
  evidence: readonly unknown[];
  challenges: readonly { reply: string | null }[];
};

export const standings = {
  waiting: "Not answered",
  without_evidence: "Evidence is missing",
  challenged: "A challenge waits",
  done: "Answered",
} as const;
export type AnswerStanding = keyof typeof standings;

/** How far one criterion is, and what it still needs before all of it can be submitted. */
export function standingOf({ level, evidence, challenges }: Answered): AnswerStanding {
  if (level === null) return "waiting";
  if (asksForEvidence(level) && evidence.length === 0) return "without_evidence";
  return challenges.some(({ reply }) => reply === null) ? "challenged" : "done";
}

export function assertAssessmentIsOpen({ status }: { status: BenchmarkStatus }): void {
  if (status === "submitted")
    throw new RuleBroken("This self-assessment was submitted, so it stays as it was");
}

export function assertCanBeSubmitted(answers: readonly Answered[]): void {
  const waiting = answers.filter((answer) => standingOf(answer) !== "done").length;
  if (waiting > 0 || answers.length === 0)
    throw new RuleBroken(
      waiting === 1
        ? "One criterion is not answered whole yet. The list of criteria says which."
        : `${waiting} criteria are not answered whole yet. The list of criteria says which.`,
    );
}

/** A year of self-assessment runs from April to March, as the plan and the figures do. */
export const yearOf = (year: number) => ({ start: `${year}-04-01`, end: `${year + 1}-03-31` });

/** The year that runs and the two before it: earlier ones are records, and later ones have not begun. */
export function yearsToAssess(today: string): number[] {
  const current = Number(financialYearOf(today).slice(0, 4));
  return [current, current - 1, current - 2];
}
/** NI35 was measured from 2008 to 2010: in these years, each from April, and in no other (8.5). */
export const ni35Years = [2008, 2009] as const;

const specifiedKinds = [
  ...["council", "police", "health", "education", "probation", "prison", "youth_justice"],
];
/** Whether the duty names an organisation of this kind. */
export const isSpecifiedAuthority = (kind: string): boolean => specifiedKinds.includes(kind);

/** Which half of the policy speaks of it: the area's own, or one authority's. */
export const ofWhom = (organisationId: string | null) =>
  organisationId === null ? ("benchmark" as const) : ("compliance" as const);

export type PartOfDuty = {
  part: DutyPart;
  total: number;
  answered: number;
  lowest: number | null;
  evidence: number;
  gaps: number;
};

/** The three parts of the duty, each from its items: what is not answered is a gap until it is (1.2). */
export function partsOfDuty(
  criteria: readonly Criterion[],
  answers: readonly { criterion: string; level: number | null; evidence: number }[],
): PartOfDuty[] {
  const parts = ["leadership", "partnership", "capabilities"] as const;
  return parts.map((part) => {
    const items = criteria.filter((one) => one.part === part);
    const found = items.map(({ code }) => answers.find(({ criterion }) => criterion === code));
    const levels = found.map((answer) => answer?.level ?? null);
    const given = levels.filter((level) => level !== null);
    return {
      part,
      total: items.length,
      answered: given.length,
      lowest: given.length > 0 ? Math.min(...given) : null,
      evidence: found.reduce((sum, answer) => sum + (answer?.evidence ?? 0), 0),
      gaps: levels.filter((level) => level === null || isLow(level)).length,
    };
  });
}

type Year = {
  start: string;
  answers: readonly { criterion: string; level: number | null }[];
};

/** Each criterion through the years, oldest first, with a gap where a year says nothing of it. */
export function trendOf(criteria: readonly Criterion[], years: readonly Year[]) {
  const inOrder = years.toSorted((one, other) => (one.start < other.start ? -1 : 1));
  return {
    times: inOrder.map(({ start }) => financialYearName(start)),
    joint: inOrder.map(({ answers }) => jointScore(answers.map(({ level }) => level))),
    lines: criteria.map(({ code, title }) => ({
      code,
      title,
      values: inOrder.map(
        ({ answers }) => answers.find(({ criterion }) => criterion === code)?.level ?? null,
      ),
    })),
  };
}

/** How long an authority has to say what a change of guidance means for it. [D] */
export const daysForGapReview = 90;

export const isGapOverdue = (
  { outcome, dueDay }: { outcome: string | null; dueDay: string },
  today: string,
): boolean => outcome === null && dueDay < today;
