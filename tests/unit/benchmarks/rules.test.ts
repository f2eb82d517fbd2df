import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { exportRows } from "@/lib/benchmarks/export/rules";
import { offeredSchemes } from "@/lib/benchmarks/labels";
import {
  asksForEvidence,
  assertAssessmentIsOpen,
  assertCanBeSubmitted,
  isGapOverdue,
  isLow,
  isSpecifiedAuthority,
  jointScore,
  partsOfDuty,
  standingOf,
  trendOf,
  yearOf,
  yearsToAssess,
} from "@/lib/benchmarks/rules";
import {
  answerGapSchema,
  keepHistoricSchema,
  linkEvidenceSchema,
  startAssessmentSchema,
} from "@/lib/benchmarks/schema";
import { schemeOf, schemeOn, schemes } from "@/lib/benchmarks/schemes/rules";
import { financialYearName } from "@/lib/dates";

test.for([
  [null, false, false],
  [0, true, false],
  [2, true, false],
  [3, false, true],
  [5, false, true],
] as const)(
  "a level of %s asks for an action: %s, and for evidence: %s (8.5)",
  ([level, low, evidence]) => {
    expect(isLow(level)).toBe(low);
    expect(asksForEvidence(level)).toBe(evidence);
  },
);

test.for([
  [[3, 3, 4, 2], 3],
  [[1, 2, 2, 2], 1.8],
  [[5, 5, 5, 5], 5],
  [[3, null, 4, 2], null],
  [[], null],
] as const)(
  "the joint score of %j is %s: the mean of all of them, or nothing yet (8.5)",
  ([levels, joint]) => {
    expect(jointScore(levels)).toBe(joint);
  },
);

const shown = [{}];
test.for([
  ["waiting", { level: null, evidence: [], challenges: [] }],
  ["done", { level: 2, evidence: [], challenges: [] }],
  ["without_evidence", { level: 3, evidence: [], challenges: [] }],
  ["done", { level: 3, evidence: shown, challenges: [{ reply: "Yes" }] }],
  ["challenged", { level: 3, evidence: shown, challenges: [{ reply: null }] }],
] as const)("an answer is %s", ([standing, answer]) => {
  expect(standingOf(answer)).toBe(standing);
});

test("it is submitted when every answer is whole, and is not changed afterwards (8.5)", () => {
  const done = { level: 3, evidence: shown, challenges: [] };

  expect(() => assertCanBeSubmitted([done, done])).not.toThrow();
  expect(() => assertCanBeSubmitted([done, { ...done, level: null }])).toThrow("One criterion");
  expect(() => assertCanBeSubmitted([])).toThrow();
  expect(() => assertAssessmentIsOpen({ status: "draft" })).not.toThrow();
  expect(() => assertAssessmentIsOpen({ status: "submitted" })).toThrow("stays as it was");
});

test("what was in use is never edited: each version of a scheme says what it said", () => {
  const prints = Object.fromEntries(
    schemes.map((scheme) => [
      `${scheme.code} ${scheme.version}`,
      createHash("sha256").update(JSON.stringify(scheme)).digest("hex").slice(0, 16),
    ]),
  );

  expect(prints).toMatchInlineSnapshot(`
    {
      "channel_assurance 2023": "9d2415e09a2645b5",
      "duty 2023": "4015259af3e65532",
      "engagement 2024": "5aa9361f5b5cc4c2",
      "ni35 2008": "de5130b7745de358",
      "toolkit 2024": "58e565c785874adf",
    }
  `);
});

test("a scheme is the version in force on the day, and a record keeps its own (8.5)", () => {
  const first = schemeOf("toolkit", "2024");
  const all = [
    { ...first, version: "1", to: "2025-03-31" },
    { ...first, version: "2", from: "2025-04-01" },
  ];

  expect(schemeOn("toolkit", "2025-03-31", all)?.version).toBe("1");
  expect(schemeOn("toolkit", "2025-04-01", all)?.version).toBe("2");
  expect(schemeOn("toolkit", "2019-01-01")).toBeUndefined();
  expect(() => schemeOf("toolkit", "1999")).toThrow();
});

test("NI35 was in force in its own years, is offered to nobody, and its words stand nowhere else (8.5)", () => {
  expect(schemeOn("ni35", "2009-04-01")?.criteria).toHaveLength(4);
  expect(schemeOn("ni35", "2026-04-01")).toBeUndefined();
  expect(Object.keys(offeredSchemes)).not.toContain("ni35");
  const kept = (year: string) => keepHistoricSchema.safeParse({ year }).success;
  expect(["2007", "2008", "2009", "2010"].filter(kept)).toEqual(["2008", "2009"]); // 2008 to 2010
  const sent = { scheme: "ni35", year: "2026", covers: "area" };
  expect(startAssessmentSchema.safeParse(sent).success).toBe(false);
  const others = schemes.filter(({ code }) => code !== "ni35");
  expect(JSON.stringify(others)).not.toMatch(/muslim|islam|christian|jewish|hindu|sikh/i);
});

test("every scheme has levels, and criteria with guidance and what would show them", () => {
  for (const { levels, criteria } of schemes) {
    expect(Object.keys(levels).length).toBeGreaterThan(2);
    expect(new Set(criteria.map(({ code }) => code)).size).toBe(criteria.length);
    expect(criteria.every(({ guidance, wanted }) => guidance && wanted)).toBe(true);
  }
  expect(schemeOf("toolkit", "2024").criteria).toHaveLength(8);
  const leadership = schemeOf("duty", "2023").criteria.filter(({ part }) => part === "leadership");
  expect(leadership.map(({ code }) => code)).toEqual([
    ...["understand_risk", "build_capability", "communicate", "implement"], // 2.4
  ]);
});

test.for([
  ["2026-03-31", [2025, 2024, 2023]],
  ["2026-04-01", [2026, 2025, 2024]],
] as const)("on %s the years to assess are %j", ([today, years]) => {
  expect(yearsToAssess(today)).toEqual(years);
  expect(yearOf(years[0])).toEqual({ start: `${years[0]}-04-01`, end: `${years[0] + 1}-03-31` });
  expect(financialYearName(`${years[0]}-04-01`)).toBe(`${years[0]} to ${years[0] + 1}`);
});

test.for([
  ["council", true],
  ["prison", true],
  ["voluntary", false],
  ["other", false],
] as const)("the duty names a body of the kind %s: %s", ([kind, isNamed]) => {
  expect(isSpecifiedAuthority(kind)).toBe(isNamed);
});

test("each part of the duty says its lowest level, and what is not answered is a gap (1.2, 2.4)", () => {
  const parts = partsOfDuty(schemeOf("duty", "2023").criteria, [
    { criterion: "understand_risk", level: 3, evidence: 2 },
    { criterion: "communicate", level: 1, evidence: 0 },
    { criterion: "cooperate", level: 3, evidence: 1 },
    { criterion: "share", level: 3, evidence: 1 },
  ]);

  expect(parts).toEqual([
    { part: "leadership", total: 4, answered: 2, lowest: 1, evidence: 2, gaps: 3 },
    { part: "partnership", total: 2, answered: 2, lowest: 3, evidence: 2, gaps: 0 },
    { part: "capabilities", total: 4, answered: 0, lowest: null, evidence: 0, gaps: 4 },
  ]);
});

test("the trend runs from the oldest year, with a gap where a year says nothing (8.5)", () => {
  const { criteria } = schemeOf("toolkit", "2024");
  const trend = trendOf(criteria.slice(0, 2), [
    { start: "2025-04-01", answers: [{ criterion: "partnership_group", level: 4 }] },
    { start: "2024-04-01", answers: [{ criterion: "partnership_group", level: 2 }] },
  ]);

  expect(trend.times).toEqual(["2024 to 2025", "2025 to 2026"]);
  expect(trend.joint).toEqual([2, 4]);
  expect(trend.lines.map(({ values }) => values)).toEqual([
    [2, 4],
    [null, null],
  ]);
});

test.for([
  [null, "2026-01-01", true],
  [null, "2026-01-02", false],
  ["gap", "2026-01-01", false],
] as const)(
  "a review answered %s and due on %s is overdue: %s (2.2)",
  ([outcome, dueDay, isOverdue]) => {
    expect(isGapOverdue({ outcome, dueDay }, "2026-01-02")).toBe(isOverdue);
  },
);

const reviewId = "018f0000-0000-7000-8000-000000000000";
const reasons = "We looked at the policy and at who answers for it.";
test.for([
  [{ outcome: "no_gap" }, []],
  [{ outcome: "not_applicable" }, []],
  [{ outcome: "gap" }, ["planned", "plannedDay"]],
  [{ outcome: "gap", planned: "Name a post", plannedDay: "2100-01-01" }, []],
  [{ outcome: "no_gap", reasons: "No." }, ["reasons"]],
] as const)("an answer of %j is asked again for %j (2.2)", ([given, asked]) => {
  const read = answerGapSchema.safeParse({ reviewId, reasons, ...given });

  expect([...new Set(read.error?.issues.map(({ path }) => path[0]))]).toEqual(asked);
});

test.for([
  [`action:${reviewId}`, true],
  [`case:${reviewId}`, false],
  ["action:1", false],
  [`action:${reviewId}:x`, false],
] as const)("%s is a link to evidence: %s", ([what, isOne]) => {
  const read = linkEvidenceSchema.safeParse({
    assessmentId: reviewId,
    criterion: "training",
    what,
  });

  expect(read.success).toBe(isOne);
});

test("the file has a row for each criterion, the joint score and each fact, with day and receipt (4.5)", () => {
  const scheme = schemeOf("ni35", "2008");
  const rows = exportRows(
    {
      ...{ scheme, of: "Northbridge", year: "2009 to 2010", submittedDay: "2010-04-20" },
      ...{ uploadedDay: "2010-04-23", receiptReference: "DH-1" },
      answers: scheme.criteria.map(({ title }) => ({
        ...{ wording: title, level: 3, answer: "Because", ownerRole: "Head" },
        ownerOrganisation: { name: "Council" },
        evidence: [{ title: "Minutes", place: "Shelf", datedDay: "2010-03-12" }],
        challenges: [{ by: "Police", verdict: "agree", note: "So it is", reply: "Thank you" }],
      })),
    },
    [{ label: "Meetings", text: "11" }],
  );

  expect(rows).toHaveLength(6);
  expect(rows[0]?.slice(5)).toEqual([
    ...["3", "3: developing", "Because", "Head, Council", "Minutes, Shelf, 2010-03-12"],
    "Police: We agree with the level. So it is Answer: Thank you",
    ...["2010-04-20", "2010-04-23", "DH-1"],
  ]);
  expect(rows[4]?.slice(4, 6)).toEqual(["Joint score", "3"]);
  expect(rows[5]?.slice(4, 6)).toEqual(["Meetings", "11"]);
});
