import { expect, test } from "vitest";

import { allBefore, closesCircle, type Wait } from "@/lib/plans/dependencies/rules";
import {
  crossWalk,
  dutyCrossWalk,
  dutyThemesIn,
  type Objective,
  objectivesIn,
  templateThemes,
  workstreamLabels,
} from "@/lib/plans/labels";
import { addMeasureSchema } from "@/lib/plans/measures/schema";
import { editMilestoneSchema } from "@/lib/plans/milestones/schema";
import {
  figure,
  isLate,
  latestFor,
  latestOfEach,
  preventStandings,
  quartersOf,
  quarterWords,
  slipOf,
  standingOf,
  whyMovedIsMissing,
} from "@/lib/plans/parts/rules";
import { byReference, isFor } from "@/lib/plans/rules";

const waits: Wait[] = [
  { actionId: "a", needsId: "b" },
  { actionId: "b", needsId: "c" },
  { actionId: "d", needsId: "c" },
];

// prettier-ignore
test.for([
  ["c", "a", true], // c ← b ← a: the circle would be of three
  ["b", "a", true],
  ["a", "a", true],
  ["a", "c", false], // said twice over, and no circle
  ["d", "a", false],
  ["c", "e", false],
] as const)("that %s waits for %s closes a circle: %s", ([actionId, needsId, closes]) => {
  expect(closesCircle({ actionId, needsId }, waits)).toBe(closes);
});

test("what comes before an action is found however far back, and a circle that is there does not hang it", () => {
  expect([...allBefore("a", waits)].sort()).toEqual(["b", "c"]);
  const circle = [...waits, { actionId: "c", needsId: "a" }];
  expect([...allBefore("a", circle)].sort()).toEqual(["a", "b", "c"]);
});

const june = "2026-06-30";
// prettier-ignore
test.for([
  ["waiting", june, "2026-07-01", true],
  ["waiting", june, june, false],
  ["met", june, "2026-07-01", false],
  ["dropped", june, "2026-07-01", false],
] as const)("a milestone that is %s, due %s, is on %s late: %s", ([state, dueDay, today, late]) => {
  expect(isLate({ state, dueDay, firstDueDay: dueDay }, today)).toBe(late);
});

test("coming later is a slip, in days; coming sooner is none", () => {
  const slip = (dueDay: string) => slipOf({ state: "waiting", firstDueDay: june, dueDay });

  expect([slip("2026-07-10"), slip(june), slip("2026-06-01")]).toEqual([10, 0, 0]);
});

const because = "The venue was closed for repairs.";
// prettier-ignore
test.for([
  [june, june, null, true],
  [june, "2026-06-01", null, true],
  [june, "2026-07-01", because, true],
  [june, "2026-07-01", null, false],
  [june, "2026-07-01", "Late.", false],
] as const)("a milestone moves from %s to %s because of %s: %s", ([from, to, reason, may]) => {
  expect(whyMovedIsMissing(from, to, reason) === undefined).toBe(may);
});

const id = "8b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d";
const step = { milestoneId: id, version: "1", title: "x", dueDay: "30/6/2026" };
// prettier-ignore
test.for([
  [{ state: "waiting" }, true],
  [{ state: "met", metDay: "1/6/2026" }, true],
  [{ state: "met" }, false],
  [{ state: "dropped", reason: because }, true],
  [{ state: "dropped" }, false],
  [{}, false],
] as const)("a milestone may be saved as %j: %s", ([said, may]) => {
  expect(editMilestoneSchema.safeParse({ ...step, ...said }).success).toBe(may);
});

const entry = (
  quarterDay: string,
  number: number,
  actual: number,
  forArea: string | null = null,
) => ({
  ...{ quarterDay, number, actual, forArea },
});
const [spring, summer] = ["2026-04-01", "2026-07-01"] as const;

test("of a quarter and an area the last that was said counts, whatever came before", () => {
  const entries = [
    entry(spring, 1, 10),
    entry(summer, 2, 30),
    entry(spring, 3, 12), // a correction, made after the summer's figure
    entry(summer, 4, 7, "city"),
  ];

  expect(
    latestOfEach(entries)
      .map(({ number }) => number)
      .sort(),
  ).toEqual([2, 3, 4]);
  expect(latestFor(entries)?.actual).toBe(30);
  expect(latestFor(entries, "city")?.actual).toBe(7);
  expect(latestFor(entries, "county")).toBeUndefined();
});

// prettier-ignore
test.for([
  ["higher", 40, 40, "met"],
  ["higher", 40, 39.5, "not_met"],
  ["lower", 40, 40, "met"],
  ["lower", 40, 41, "not_met"],
  ["lower", 40, undefined, "no_figure"],
] as const)("where %s is better than %s, %s is %s", ([better, target, actual, standing]) => {
  expect(standingOf({ better, target }, actual)).toBe(standing);
});

test("a measure of cohesion or counter-extremism work never counts as one of Prevent (0.3)", () => {
  const measures = Object.keys(workstreamLabels).map((workstream) => ({
    workstream: workstream as keyof typeof workstreamLabels,
    standing: "met" as const,
  }));

  expect(preventStandings(measures)).toEqual({ met: 1, not_met: 0, no_figure: 0 });
  expect(preventStandings(measures.filter(({ workstream }) => workstream !== "prevent"))).toEqual({
    met: 0,
    not_met: 0,
    no_figure: 0,
  });
});

test("figures are of the quarters of the plan that have begun, newest first", () => {
  const plan = { startDay: "2026-04-01", endDay: "2027-03-31" };

  expect(quartersOf(plan, "2026-07-01")).toEqual([summer, spring]);
  expect(quartersOf(plan, "2026-06-30")).toEqual([spring]);
  expect(quartersOf(plan, "2026-03-31")).toEqual([]);
  expect(quartersOf(plan, "2030-01-01")).toHaveLength(4);
  expect(quartersOf({ startDay: "2026-05-20", endDay: "2026-06-01" }, "2026-07-01")).toEqual([
    spring,
  ]);
  expect(quarterWords("2027-01-01")).toBe("January to March 2027");
  expect([figure(1250.5, "people"), figure(87, "percent")]).toEqual(["1,250.5 people", "87%"]);
});

const measure = {
  ...{ actionId: id, name: "x", type: "output", unit: "people", better: "higher", source: "x" },
  target: "40",
};
// prettier-ignore
test.for([
  ["1,250", true, 1250],
  ["-3.25", true, -3.25],
  ["87.5", true, 87.5],
  ["", false, 0],
  ["many", false, 0],
  ["1e9", false, 0],
  ["Infinity", false, 0],
  ["3.141", false, 0],
] as const)("a target may be typed as “%s”: %s", ([target, may, read]) => {
  const parsed = addMeasureSchema.safeParse({ ...measure, target });

  expect(parsed.success).toBe(may);
  if (parsed.success) expect(parsed.data).toMatchObject({ target: read, baseline: null });
});

test("the two libraries of objectives are read across both ways, and no objective is lost (0.2, 2.3)", () => {
  const all = [...objectivesIn.prevent_2011, ...objectivesIn.prevent_2023];

  for (const objective of all) {
    const [own, other] = objectivesIn.prevent_2011.includes(objective)
      ? [objectivesIn.prevent_2011, objectivesIn.prevent_2023]
      : [objectivesIn.prevent_2023, objectivesIn.prevent_2011];
    expect(own).toContain(objective);
    expect(crossWalk[objective].length).toBeGreaterThan(0);
    for (const across of crossWalk[objective] as readonly Objective[]) {
      expect(other).toContain(across);
      expect(crossWalk[across]).toContain(objective);
    }
  }
});

test("each theme of each template answers to a part of the duty, of 2015 and of now (0.4, 8.1)", () => {
  for (const themes of Object.values(templateThemes))
    for (const { duty } of themes) {
      expect(dutyThemesIn.prevent_2011).toContain(duty.prevent_2011);
      expect(dutyThemesIn.prevent_2023).toContain(duty.prevent_2023);
    }
  expect(templateThemes.five_elements).toHaveLength(5);
  expect(templateThemes.toolkit_2024).toHaveLength(8);
  for (const [duty, across] of Object.entries(dutyCrossWalk))
    for (const one of across) expect(dutyCrossWalk[one]).toContain(duty);
});

// prettier-ignore
test.for([
  [[], true],
  [["city"], true],
  [["city", "county"], true],
  [["county"], false],
] as const)("an action for %j is for the city: %s (3.5)", ([forAreas, is]) => {
  expect(isFor({ forAreas }, "city")).toBe(is);
});

test("references come as people count", () => {
  const sorted = ["2.10", "2.9", "10.1", "1.2"]
    .map((reference) => ({ reference }))
    .sort(byReference);

  expect(sorted.map(({ reference }) => reference)).toEqual(["1.2", "2.9", "2.10", "10.1"]);
});
