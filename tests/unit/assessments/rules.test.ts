import { expect, test } from "vitest";

import { type Framework, type MandatoryBlock, mandatoryBlocks } from "@/lib/assessments/labels";
import * as rules from "@/lib/assessments/rules";
import { answerSchema } from "@/lib/assessments/schema";
import { RuleBroken } from "@/lib/errors";

const id = "0190a0a0-0000-7000-8000-000000000001";
const plain = { guidance: null, evidence: null, partlyNeedsEvidence: false, isHealth: false };
const framework: Framework = {
  ...{ code: "legacy_22", name: "Twenty-two factors", version: "2012" },
  sections: [
    { code: "engagement", name: "Engagement", guidance: null },
    { code: "intent", name: "Intent", guidance: null },
    { code: "capability", name: "Capability", guidance: null },
  ],
  factors: Array.from({ length: 22 }, (_, at) => ({
    ...plain,
    code: `e${`${at + 1}`.padStart(2, "0")}`,
    section: "engagement",
    name: at === 1 ? "Feeling under threat" : `Question ${at + 1}`,
  })),
};

const answer = (factor: string, given: rules.Answer["answer"], evidence: string[] = []) => ({
  factor,
  answer: given,
  evidence,
});

test.for([
  ["present", [], ["e01"]],
  ["present", [id], []],
  ["partly", [], []],
  ["not_present", [], []],
  ["unknown", [], []],
] as const)("AF-02: %s with %o leaves %o without evidence", ([given, evidence, without]) => {
  expect(rules.withoutEvidence([answer("e01", given, [...evidence])])).toEqual(without);

  const form = {
    assessmentId: id,
    version: "0",
    factor: "e01",
    answer: given,
    evidence: [...evidence],
  };
  expect(answerSchema.safeParse(form).success).toBe(without.length === 0);
});

test("what is unknown is counted as unknown, never as present (AF-03)", () => {
  const answers = [
    answer("e01", "present", [id]),
    answer("e02", "unknown"),
    answer("e03", "not_present"),
    answer("gone", "present", [id]), // a factor of another framework
  ];

  expect(rules.coverage(framework, answers)).toEqual({
    asked: 22,
    answered: 2,
    unknown: 1,
    notLookedAt: 19,
  });
});

test("coverage is the same whatever the answers say (AF-03)", () => {
  const of = (given: rules.Answer["answer"]) => rules.coverage(framework, [answer("e01", given)]);

  expect(of("present")).toEqual(of("not_present"));
});

test("nothing here makes one number of a person (AF-04)", () => {
  const names = Object.keys(rules).join(" ");

  expect(names).not.toMatch(/total|sum|score|rating|level/i);
});

const blocks = Object.fromEntries(Object.keys(mandatoryBlocks).map((block) => [block, "Written"]));
const section = { judgement: "Written", confidence: "low" };
const judgement = {
  ...blocks,
  sections: { engagement: section, intent: section, capability: section },
};
const answers = [answer("e01", "present", [id])];

test("an assessment with everything in it can be completed", () => {
  expect(() => rules.assertCanComplete({ framework, answers, judgement })).not.toThrow();
});

test.for(Object.keys(mandatoryBlocks) as MandatoryBlock[])(
  "AF-05: no assessment without %s",
  (block) => {
    const without = { ...judgement, [block]: " " };

    expect(rules.missingBlocks(without)).toEqual([block]);
    expect(() => rules.assertCanComplete({ framework, answers, judgement: without })).toThrow(
      mandatoryBlocks[block],
    );
  },
);

test("no assessment without evidence for what is present (AF-02)", () => {
  const bare = [answer("e02", "present")];

  expect(() => rules.assertCanComplete({ framework, answers: bare, judgement })).toThrow(
    "Feeling under threat",
  );
});

test.for([
  ["no judgement", { ...section, judgement: "" }],
  ["no confidence", { ...section, confidence: null }],
] as const)("a section with %s is not done (AF-04)", ([, intent]) => {
  const without = { ...judgement, sections: { ...judgement.sections, intent } };

  expect(rules.missingJudgements(framework, without)).toEqual(["Intent"]);
  expect(() => rules.assertCanComplete({ framework, answers, judgement: without })).toThrow(
    "Intent",
  );
});

test.for([
  ["complete", "ann", "ben", true],
  ["complete", "ann", "ann", false],
  ["draft", "ann", "ben", false],
  ["countersigned", "ann", "ben", false],
] as const)(
  "AF-07: what is %s, by %s, can be countersigned by %s: %s",
  ([status, authorId, reader, can]) => {
    const sign = () => rules.assertCanCountersign({ status, authorId }, reader);

    if (can) expect(sign).not.toThrow();
    else expect(sign).toThrow(RuleBroken);
  },
);

test("what changed between versions is named (AF-06)", () => {
  const before = [
    answer("e01", "unknown"),
    answer("e02", "present", ["a", "b"]),
    answer("e03", "partly"),
  ];
  const after = [
    answer("e01", "present", ["a"]),
    answer("e02", "present", ["b", "a"]),
    answer("e04", "partly"),
  ];

  expect(rules.changedFactors(before, after)).toEqual(["e01", "e03", "e04"]);
});

test.for([
  ["not_present", "partly", "Was not present, now partly present"],
  ["present", "unknown", "Was present, now not known"],
  [null, "present", "Was not looked at, now present"],
  ["partly", "partly", "Unchanged: partly present"],
] as const)("AF-06 from %s to %s: %s", ([was, is, words]) => {
  const given = (said: rules.Answer["answer"] | null) =>
    said ? { answer: said, evidence: [] } : undefined;

  expect(rules.movement(given(was), given(is))).toBe(words);
  expect(words).not.toMatch(/better|worse|higher|lower|risk|score|\d/i); // AF-04
});

test("AF-06 what rests on other information is said to, though the answer is the same", () => {
  const resting = (evidence: string[]) => ({ answer: "present" as const, evidence });

  expect(rules.movement(resting(["a"]), resting(["b"]))).toBe(
    "Unchanged: present. It rests on other information",
  );
  expect(rules.movement(resting(["a", "b"]), resting(["b", "a"]))).toBe("Unchanged: present");
});

test("AF-06 what changed since is named by question, judgement and part, and what did not is not", () => {
  const before = { framework, answers, judgement };
  const now = {
    framework,
    answers: [answer("e01", "partly"), answer("e02", "unknown")],
    judgement: {
      ...judgement,
      whatChanged: "He has moved",
      sections: { ...judgement.sections, intent: { ...section, gaps: "Who he meets" } },
    },
  };

  expect(rules.changesSince(before, now)).toEqual({
    questions: ["Question 1", "Feeling under threat"],
    judgements: ["Intent"],
    blocks: [mandatoryBlocks.whatChanged],
  });
  expect(rules.changesSince(before, before)).toEqual({ questions: [], judgements: [], blocks: [] });
});

const about = (isHealth: boolean) => ({
  ...framework,
  factors: framework.factors.map((factor) => ({ ...factor, isHealth })),
});

test.for([
  ["present", true, ["Question 1"]],
  ["partly", true, ["Question 1"]],
  ["not_present", true, []],
  ["unknown", true, []],
  ["present", false, []],
] as const)("AF-08 %s, about health %s: health is asked for by %o", ([given, isHealth, named]) => {
  const answered = [answer("e01", given, [id])];

  expect(rules.healthNeeds({ framework: about(isHealth), answers: answered })).toEqual(named);
});

test("AF-08 a health need is nowhere counted or weighed: everything else is the same with and without it", () => {
  const answered = [answer("e01", "present", [id])];
  const of = (isHealth: boolean) => [
    rules.coverage(about(isHealth), answered),
    rules.missingJudgements(about(isHealth), judgement),
    rules.movement(undefined, answered[0]),
  ];

  expect(of(true)).toEqual(of(false));
});
