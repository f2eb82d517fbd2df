import { expect, test } from "vitest";

import {
  closesByItself,
  compare,
  type FrozenAction,
  type FrozenMeasure,
  frozenCounts,
  hasSlipped,
  isQuarterOf,
  pageOfChanges,
  quarterToClose,
  whySlipped,
} from "@/lib/plans/snapshots/rules";

const action = (reference: string, traits: Partial<FrozenAction> = {}): FrozenAction => ({
  ...{ actionId: reference, reference, title: "Brief every school", theme: "Channel" },
  ...{ objective: "intervene_2023", workstream: "prevent", priority: "high" },
  ...{ owner: "The council", ownerRole: "Head of safeguarding", forAreas: [], rag: "green" },
  ...{ isStale: false, ragReason: null, recoveryPlan: null, percent: 40 },
  ...{ startDay: "2026-04-01", dueDay: "2026-09-30", firstDueDay: "2026-09-30" },
  ...{ movedBecause: null, milestones: [], measures: [] },
  ...traits,
});
const step = {
  id: "s",
  title: "Half",
  dueDay: "2026-06-30",
  state: "waiting",
  reason: null,
} as const;
const count: FrozenMeasure = {
  ...{ id: "m", name: "Schools", unit: "schools", target: 40, actual: 10 },
  quarterDay: "2026-04-01",
  standing: "not_met",
};

// prettier-ignore
test.for([
  ["the colour turned worse", { rag: "amber", ragReason: "Late." }, true, ["Late."]],
  ["the colour turned better", { rag: "blue", percent: 100 }, false, []],
  [
    "it is due later",
    { dueDay: "2026-10-30", movedBecause: "A post was empty." },
    true,
    ["A post was empty."],
  ],
  ["it is due sooner", { dueDay: "2026-08-30" }, false, []],
  ["more of it is done", { percent: 60 }, false, []],
  [
    "a milestone moved on",
    { milestones: [{ ...step, dueDay: "2026-07-30", reason: "Rain." }] },
    true,
    ["Rain."],
  ],
  [
    "a milestone came sooner and was met",
    { milestones: [{ ...step, dueDay: "2026-05-30", state: "met" }] },
    false,
    [],
  ],
  ["a figure came", { measures: [{ ...count, actual: 20 }] }, false, []],
] as const)("where %s, that it slipped is said: %#", ([, traits, slipped, why]) => {
  const before = action("1", { milestones: [step], measures: [count] });
  const after = action("1", {
    milestones: [step],
    measures: [count],
    ...(traits as Partial<FrozenAction>),
  });

  const found = compare([before], [after]);

  expect([found.slipped.length, found.moved.length, found.same]).toEqual(
    slipped ? [1, 0, 0] : [0, 1, 0],
  );
  const [difference] = [...found.slipped, ...found.moved];
  expect(difference && hasSlipped(difference)).toBe(slipped);
  expect(difference && whySlipped(difference)).toEqual(why);
});

test("what is the same, what came and what went are told apart", () => {
  const found = compare(
    [action("1.2"), action("1.10")],
    [action("1.2"), action("2.10"), action("2.9")],
  );

  expect(found.same).toBe(1);
  expect(found.added.map(({ reference }) => reference)).toEqual(["2.9", "2.10"]);
  expect(found.removed.map(({ reference }) => reference)).toEqual(["1.10"]);
  expect([found.slipped, found.moved]).toEqual([[], []]);
});

test("steps met and figures given between two states are named, with what they were", () => {
  const before = action("1", { milestones: [step], measures: [count] });
  const after = action("1", {
    milestones: [{ ...step, state: "met" }],
    measures: [{ ...count, actual: 41, standing: "met" }],
  });

  const { moved } = compare([before], [after]);

  expect(moved).toMatchObject([{ metMilestones: ["Half"], measures: [{ from: 10, to: 41 }] }]);
});

test("a snapshot counts the Prevent actions and none of linked work (0.3)", () => {
  const counts = frozenCounts([
    action("1", { rag: "red" }),
    action("2", { rag: "red", workstream: "cohesion" }),
    action("3", { rag: "green", workstream: "counter_extremism" }),
  ]);

  expect(counts).toEqual({ red: 1, amber: 0, green: 0, blue: 0, grey: 0 });
});

// prettier-ignore
test.for([
  ["2026-07-01", "2026-04-01", false],
  ["2026-07-14", "2026-04-01", false],
  ["2026-07-15", "2026-04-01", true],
  ["2027-01-20", "2026-10-01", true],
] as const)(
  "on %s the quarter from %s waits to be closed, and closes by itself: %s",
  ([today, quarter, closes]) => {
    expect(quarterToClose(today)).toBe(quarter);
    expect(closesByItself(quarter, today)).toBe(closes);
  },
);

// prettier-ignore
test.for([
  ["2026-04-01", true],
  ["2027-01-01", true],
  ["2026-01-01", false],
  ["2027-04-01", false],
] as const)("the quarter from %s is one of a plan from April to March: %s", ([quarter, is]) => {
  expect(isQuarterOf({ startDay: "2026-04-01", endDay: "2027-03-31" }, quarter)).toBe(is);
});

test("what changed is read 25 at a time, what slipped first; a page too far is the last, and no page is all", () => {
  const many = (from: number, length: number) =>
    Array.from({ length }, (_, index) => action(`${from + index}`));
  const late = { dueDay: "2026-10-30" };
  const then = [...many(1, 30), ...many(100, 4)];
  const now = [
    ...many(1, 20).map((one) => ({ ...one, ...late })),
    ...many(21, 10),
    ...many(200, 8),
  ];
  const found = compare(then, now);
  const sizes = (page: number | null) => {
    const { slipped, added, removed, ...shown } = pageOfChanges(found, page);
    return [shown.page, shown.pages, shown.all, slipped.length, added.length, removed.length];
  };

  expect(sizes(1)).toEqual([1, 2, 32, 20, 5, 0]);
  expect(sizes(2)).toEqual([2, 2, 32, 0, 3, 4]);
  expect(sizes(9)).toEqual(sizes(2));
  expect(sizes(null)).toEqual([1, 1, 32, 20, 8, 4]);
});
