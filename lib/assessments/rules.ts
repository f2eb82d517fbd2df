import type { FactorAnswer, Framework, MandatoryBlock } from "@/lib/assessments/labels";
import { mandatoryBlocks } from "@/lib/assessments/labels";
import { defaultLimits, dueDay, isOverdue, type Limits } from "@/lib/clocks/rules";
import type { Day } from "@/lib/dates";
import { FieldsRefused, RuleBroken } from "@/lib/errors";

export type Answer = { factor: string; answer: FactorAnswer; evidence: readonly string[] };

/** Factors said to be present with nothing to show for it (AF-02). */
export function withoutEvidence(answers: readonly Answer[]): string[] {
  return answers
    .filter(({ answer, evidence }) => answer === "present" && evidence.length === 0)
    .map(({ factor }) => factor);
}

type Asked = { partlyNeedsEvidence: boolean };

/** A framework may ask that what is partly present rests on something too (AF-02). */
export function assertRests(
  asked: Asked,
  { answer, evidence }: Pick<Answer, "answer" | "evidence">,
) {
  if (asked.partlyNeedsEvidence && answer === "partly" && evidence.length === 0)
    throw new FieldsRefused({ evidence: ["Select at least one piece of evidence"] });
}

/** How far the questions have been looked at. It says nothing of how the person is (AF-03, AF-04). */
export function coverage(framework: Pick<Framework, "factors">, answers: readonly Answer[]) {
  const given = new Map(answers.map(({ factor, answer }) => [factor, answer]));
  const asked = framework.factors.map(({ code }) => given.get(code));
  return {
    asked: asked.length,
    answered: asked.filter((answer) => answer !== undefined && answer !== "unknown").length,
    unknown: asked.filter((answer) => answer === "unknown").length,
    notLookedAt: asked.filter((answer) => answer === undefined).length,
  };
}

export type Judgement = Partial<Record<MandatoryBlock, string | null>> & {
  sections?: Partial<
    Record<string, { judgement: string; confidence: string | null; gaps?: string }>
  >;
};

export function missingBlocks(judgement: Judgement): MandatoryBlock[] {
  const blocks = Object.keys(mandatoryBlocks) as MandatoryBlock[];
  return blocks.filter((block) => !judgement[block]?.trim());
}

/** Sections without a written judgement and how sure the author is of it (AF-04). */
export function missingJudgements(framework: Framework, { sections = {} }: Judgement): string[] {
  return framework.sections
    .filter(({ code }) => !sections[code]?.judgement.trim() || !sections[code]?.confidence)
    .map(({ name }) => name);
}

type Draft = { framework: Framework; answers: readonly Answer[]; judgement: Judgement };

export function assertCanComplete({ framework, answers, judgement }: Draft): void {
  const [factor] = withoutEvidence(answers);
  if (factor) {
    const name = framework.factors.find(({ code }) => code === factor)?.name ?? factor;
    throw new RuleBroken(
      `"${name}" is said to be present, so it needs at least one piece of evidence.`,
    );
  }
  const [block] = missingBlocks(judgement); // AF-05
  if (block) throw new RuleBroken(`Fill in "${mandatoryBlocks[block]}" first.`);
  const [section] = missingJudgements(framework, judgement);
  if (section) throw new RuleBroken(`Write a judgement on "${section}", and say how sure you are.`);
}

type Complete = { status: string; authorId: string };

/** A second pair of eyes is somebody else's (AF-07). */
export function assertCanCountersign({ status, authorId }: Complete, readerId: string): void {
  if (status !== "complete")
    throw new RuleBroken("This assessment is not waiting for a second reader.");
  if (authorId === readerId)
    throw new RuleBroken("Somebody else has to countersign your assessment.");
}

/** Factors whose answer or evidence is not what it was in the version before (AF-06). */
export function changedFactors(before: readonly Answer[], after: readonly Answer[]): string[] {
  const read = (answers: readonly Answer[]) =>
    new Map(
      answers.map(({ factor, answer, evidence }) => [factor, `${answer} ${evidence.toSorted()}`]),
    );
  const [was, is] = [read(before), read(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (code) => was.get(code) !== is.get(code),
  );
}

/** The day by which an open case is assessed again (TL-07). */
export const refreshDue = (completedOn: Day, limits: Limits = defaultLimits): Day =>
  dueDay("assessment_refresh", completedOn, limits);

/** An overdue refresh stands in the way of closing (AF-09). */
export function assertRefreshed(completedOn: Day | null, today: Day, limits = defaultLimits): void {
  if (completedOn && !isOverdue(refreshDue(completedOn, limits), today)) return;
  throw new RuleBroken("The assessment has to be refreshed before the case can be closed.");
}
