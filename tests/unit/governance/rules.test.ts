import { expect, test } from "vitest";

import type { AttendanceState } from "@/lib/governance/labels";
import {
  attendanceOf,
  minutesText,
  namedTwice,
  neighbourOf,
  placeDue,
  signerOf,
} from "@/lib/governance/meetings/rules";
import {
  assertHasBegun,
  attendanceShare,
  bodiesAbove,
  cycleDays,
  isOver,
  mayBeUnder,
  overlapsAChair,
  sitsOn,
  termState,
  whyNotPublic,
} from "@/lib/governance/rules";

test.for([
  [
    "each quarter, on the same weekday",
    "quarterly",
    "2026-01-14",
    "2026-12-31",
    ["2026-01-14", "2026-04-08", "2026-07-08", "2026-10-14"],
  ],
  [
    "a bank holiday moves one and no other",
    "quarterly",
    "2026-02-02",
    "2026-08-31",
    ["2026-02-02", "2026-05-05", "2026-08-03"],
  ],
  [
    "a weekend is held on the Monday",
    "monthly",
    "2026-03-07",
    "2026-04-30",
    ["2026-03-09", "2026-04-07"],
  ],
  ["the last day counts", "yearly", "2026-03-04", "2027-03-03", ["2026-03-04", "2027-03-03"]],
  ["what has no cycle is one day", "as_called", "2026-03-04", "2027-03-04", ["2026-03-04"]],
] as const)("a cycle of meetings (1.11): %s", ([, frequency, firstDay, untilDay, days]) => {
  const called = cycleDays({ frequency, firstDay, untilDay });

  expect(called.map(({ heldDay }) => heldDay)).toEqual(days);
});

test.for([
  ["not yet", { fromDay: "2026-06-02", untilDay: null }, "to_come", false],
  ["from the first day", { fromDay: "2026-06-01", untilDay: null }, "running", true],
  ["to the last day", { fromDay: "2025-06-01", untilDay: "2026-06-01" }, "ending", true],
  ["soon over", { fromDay: "2025-06-01", untilDay: "2026-08-01" }, "ending", true],
  ["not soon", { fromDay: "2025-06-01", untilDay: "2026-08-02" }, "running", true],
  ["over", { fromDay: "2025-06-01", untilDay: "2026-05-31" }, "over", false],
] as const)("a term of office on 1 June 2026: %s", ([, term, state, sits]) => {
  expect([termState(term, "2026-06-01"), sitsOn(term, "2026-06-01")]).toEqual([state, sits]);
});

const chair = (fromDay: string, untilDay: string | null = null) => ({
  ...{ id: fromDay, role: "chair" as const, fromDay, untilDay },
});
test.for([
  ["two without an end", chair("2026-01-01"), [chair("2025-01-01")], true],
  ["one after the other", chair("2026-01-01"), [chair("2025-01-01", "2025-12-31")], false],
  ["on the same day", chair("2026-01-01"), [chair("2025-01-01", "2026-01-01")], true],
  ["before the one to come", chair("2025-01-01", "2025-12-31"), [chair("2026-01-01")], false],
] as const)("a body has one chair at a time: %s", ([, one, others, overlaps]) => {
  expect(overlapsAChair(one, others)).toBe(overlaps);
  expect(overlapsAChair({ ...one, role: "member" }, others)).toBe(false);
});

const tree = [
  { id: "gold", parentId: null },
  { id: "silver", parentId: "gold" },
  { id: "bronze", parentId: "silver" },
  { id: "scrutiny", parentId: null },
];
test.for([
  ["bronze", ["silver", "gold"]],
  ["silver", ["gold"]],
  ["gold", []],
  ["nowhere", []],
] as const)("above %s in the tree (4.2): %s", ([id, above]) => {
  expect(bodiesAbove(id, tree)).toEqual(above);
});

test.for([
  ["silver", "scrutiny", true],
  ["silver", "silver", false],
  ["silver", "bronze", false],
  ["gold", "bronze", false],
] as const)("%s under %s keeps the tree a tree: %s", ([id, parentId, may]) => {
  expect(mayBeUnder(id, parentId, tree)).toBe(may);
});

const over = (areaId: string, ...planAreaIds: string[]) => ({ areaId, parties: { planAreaIds } });
test.for([
  ["kept together", over("city", "city"), over("city", "city", "county"), true],
  ["of the whole partnership", over("county", "city", "county"), over("city", "city"), true],
  ["of one area alone", over("county", "county"), over("city", "city"), false],
  [
    "of less than the one below",
    over("county", "county", "city"),
    over("city", "city", "rutland"),
    false,
  ],
] as const)("a body above is over all the areas below (3.5): %s", ([, upper, lower, is]) => {
  expect(isOver(upper, lower)).toBe(is);
});

const decided = { isExempt: false, isApproved: true, decisionKind: "agreed", isPublished: false };
test.for([
  ["decided, minuted and open", {}, null],
  ["exempt", { isExempt: true }, /exempt/],
  ["before the minutes are approved", { isApproved: false }, /once the minutes are approved/],
  ["undecided", { decisionKind: null }, /Nothing was decided/],
  ["a second time", { isPublished: true }, /before/],
] as const)("whether a decision is published (2.8): %s", ([, change, why]) => {
  const refusal = whyNotPublic({ ...decided, ...change } as Parameters<typeof whyNotPublic>[0]);

  if (why === null) expect(refusal).toBeNull();
  else expect(refusal).toMatch(why);
});

test.for([
  ["on the day", "2026-06-01", "planned", false, null],
  ["before it", "2026-06-02", "planned", false, /not been held yet/],
  ["once approved", "2026-05-01", "held", true, /approved/],
  ["cancelled", "2026-05-01", "cancelled", false, /cancelled/],
] as const)(
  "what is decided is decided at a meeting: %s",
  ([, heldDay, state, isApproved, why]) => {
    const decide = () => assertHasBegun({ heldDay, state, isApproved }, "2026-06-01");

    if (why === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(why);
  },
);

test("what is due takes its place in the usual order, and nothing that was moved moves again", () => {
  const agenda = [
    { id: "a", kind: "minutes" as const },
    { id: "b", kind: "other" as const },
    { id: "c", kind: "red_action" as const },
  ];

  const filled = placeDue(agenda, [{ kind: "escalation" as const }, { kind: "report" as const }]);

  expect(filled.map((item) => ("id" in item ? item.id : item.kind))).toEqual([
    ...["a", "escalation", "b", "c", "report"],
  ]);
});

test.for([
  ["b", "up", "a"],
  ["b", "down", "c"],
  ["a", "up", null],
  ["c", "down", null],
  ["x", "up", null],
] as const)("%s moved %s changes places with %s", ([id, to, other]) => {
  expect(neighbourOf(id, to, ["a", "b", "c"])).toBe(other);
});

test("whoever is in no list was absent, and a deputy counts as having come", () => {
  const lists = { presentIds: ["a"], deputyIds: ["b"], apologyIds: ["c"] };

  const states = attendanceOf(["a", "b", "c", "d"], lists).map(({ state }) => state);

  expect(states).toEqual<AttendanceState[]>(["present", "deputy", "apologies", "absent"]);
  expect(attendanceShare(states)).toEqual({ came: 2, of: 4 });
  expect(namedTwice(lists)).toEqual([]);
  expect(namedTwice({ ...lists, apologyIds: ["a"] })).toEqual(["a"]);
});

const dana = { name: "Dana", hatId: "hat" };
test.for([
  ["the chair signs", dana, { mayWrite: false, isChair: true }, "Dana"],
  [
    "nobody signs for a chair with an account",
    dana,
    { mayWrite: true, isChair: false },
    /Dana holds the chair/,
  ],
  [
    "a chair without one is written down",
    { ...dana, hatId: null },
    { mayWrite: true, isChair: false },
    "Dana",
  ],
  [
    "but not by just anybody",
    { ...dana, hatId: null },
    { mayWrite: false, isChair: false },
    /holds the chair/,
  ],
  ["nobody is in the chair", null, { mayWrite: true, isChair: false }, /Nobody holds the chair/],
] as const)("minutes are signed: %s", ([, holder, by, answer]) => {
  const sign = () => signerOf(holder, by);

  if (typeof answer === "string") expect(sign()).toBe(answer);
  else expect(sign).toThrow(answer);
});

test("minutes write themselves from who came and what was written down of each item", () => {
  const item = { isExempt: false, note: null, escalation: null, actions: [] };
  const text = minutesText(
    { bodyName: "Gold group", heldDay: "2026-06-01", place: "Town hall" },
    [
      { name: "Dana", organisation: "City", deputyName: null, state: "present" },
      { name: "Eli", organisation: "Police", deputyName: "Fay", state: "deputy" },
    ],
    [
      {
        ...{ ...item, title: "Money", decisionKind: "agreed", decision: "A second officer." },
        escalation: { question: "May we have one?", answerReasons: "It is needed." },
        actions: [{ title: "Write to the director", owner: "City", dueDay: "2026-07-01" }],
      },
      { ...item, title: "Staff", isExempt: true, decisionKind: null, decision: null },
    ],
  );

  expect(text).toBe(
    [
      "Minutes of Gold group, 1 June 2026, Town hall",
      "Present: Dana (City).",
      "Deputy came: Fay for Eli (Police).",
      "# 1. Money\nQuestion: May we have one?\nAgreed: A second officer.\nReasons: It is needed.\nAction: Write to the director (City, by 1 July 2026)",
      "# 2. Staff (exempt)\nNothing was decided.",
    ].join("\n\n"),
  );
});
