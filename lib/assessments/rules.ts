import type { FactorAnswer, Framework, MandatoryBlock } from "@/lib/assessments/labels";
import { factorAnswers, mandatoryBlocks } from "@/lib/assessments/labels";
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

type Given = Pick<Answer, "answer" | "evidence"> | undefined;

/** What moved between two versions, in words: no arrow, no colour and no number of a person (AF-04, AF-06). */
export function movement(before: Given, after: Given): string {
  const said = (given: Given) =>
    given ? factorAnswers[given.answer].toLowerCase() : "not looked at";
  if (said(before) !== said(after)) return `Was ${said(before)}, now ${said(after)}`;
  const rests = (given: Given) => `${given?.evidence.toSorted()}`;
  return rests(before) === rests(after)
    ? `Unchanged: ${said(after)}`
    : `Unchanged: ${said(after)}. It rests on other information`;
}

type Version = { framework: Framework; answers: readonly Answer[]; judgement: Judgement };

/** Everything that is said otherwise than in the version before (AF-06). */
export function changesSince(before: Version, now: Version) {
  const changed = changedFactors(before.answers, now.answers);
  const named = [...now.framework.factors, ...before.framework.factors];
  const inWords = (words: Judgement, code: string) =>
    JSON.stringify(words.sections?.[code] ?? null);
  const blocks = Object.keys(mandatoryBlocks) as MandatoryBlock[];
  return {
    questions: changed.map((code) => named.find((factor) => factor.code === code)?.name ?? code),
    judgements: now.framework.sections
      .filter(({ code }) => inWords(now.judgement, code) !== inWords(before.judgement, code))
      .map(({ name }) => name),
    blocks: blocks
      .filter((block) => (now.judgement[block] ?? "") !== (before.judgement[block] ?? ""))
      .map((block) => mandatoryBlocks[block]),
  };
}

/** AF-08: needs that ask for health to be involved. They are named, and neither counted nor weighed. */
export function healthNeeds({ framework, answers }: Pick<Version, "framework" | "answers">) {
  const noted = (code: string) =>
    answers.some(({ factor, answer }) => factor === code && ["present", "partly"].includes(answer));
  return framework.factors
    .filter(({ code, isHealth }) => isHealth && noted(code))
    .map(({ name }) => name);
}
