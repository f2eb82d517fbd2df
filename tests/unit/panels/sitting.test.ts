import { expect, test } from "vitest";

import { keepDecisionSchema } from "@/lib/panels/drafts/schema";
import type { Seat } from "@/lib/panels/labels";
import { assertVotesFit } from "@/lib/panels/rules";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { attendanceByAgency, inAgendaOrder, placeIn, progressOf } from "@/lib/panels/sitting/rules";

const member = (name: string, organisation: string, more: object = {}) => ({
  ...{ hatId: name, seat: "health" as Seat, isPresent: false, apologies: false },
  ...{ deputyForHatId: null, user: { name }, organisation: { name: organisation } },
  ...more,
});

test("attendance is read organisation by organisation, and a deputy stands for whom they replace", () => {
  const agencies = attendanceByAgency([
    member("Hana", "Trust", { apologies: true }),
    member("Hugo", "Trust", { isPresent: true, deputyForHatId: "Hana" }),
    member("Pia", "Police", { apologies: true }),
  ]);

  expect(
    agencies.map(({ name, here, apologies, hasDeputy }) => [
      name,
      here.map(({ hatId }) => hatId),
      apologies.map(({ hatId }) => hatId),
      hasDeputy,
    ]),
  ).toEqual([
    ["Police", [], ["Pia"], false],
    ["Trust", ["Hugo"], [], true],
  ]);
});

const at = new Date();
test.for([
  [{ begunAt: null, endedAt: null, isDecided: false }, "to_come"],
  [{ begunAt: at, endedAt: null, isDecided: false }, "now"],
  [{ begunAt: at, endedAt: at, isDecided: false }, "left"],
  [{ begunAt: null, endedAt: null, isDecided: true }, "decided"],
] as const)("an item that is %o is at %s", ([standing, progress]) => {
  expect(progressOf(standing)).toBe(progress);
});

const slot = (id: string, kind: "new_case" | "monthly_review", position: number) => ({
  ...{ id, kind, position, minutes: 10 },
});

test("the panel takes its items in the order of the agenda, each with the one before and after (6.4)", () => {
  const items = inAgendaOrder([
    slot("review", "monthly_review", 1),
    slot("second", "new_case", 3),
    slot("first", "new_case", 2),
  ]);

  expect(items.map(({ id }) => id)).toEqual(["first", "second", "review"]);
  expect(placeIn(items, "second")).toMatchObject({
    ...{ number: 2, total: 3, previous: { id: "first" }, next: { id: "review" } },
  });
  expect(placeIn(items, "first").previous).toBeNull();
  expect(placeIn(items, "review").next).toBeNull();
});

test("P-06 no more are counted than are in the room for the item", () => {
  expect(() => assertVotesFit({ agree: 2, disagree: 1 }, 3)).not.toThrow();
  expect(() => assertVotesFit({}, 0)).not.toThrow();
  expect(() => assertVotesFit({ agree: 3, disagree: 1 }, 3)).toThrow("Only 3 are in the room");
});

const itemId = "0198d4a0-0000-7000-8000-000000000001";
const reasons = "The panel heard from every agency and agreed that support would help the person.";
const split = {
  ...{
    itemId,
    outcome: "police_led",
    optionsConsidered: "None",
    reasons,
    dissent: "Health said no",
  },
  ...{ toldBy: "nobody_yet", notTold: "The police ask for it" },
};

test.for([
  ["majority", "3", "1", true],
  ["majority", "2", "2", false],
  ["majority", "1", "3", false],
  ["chair_decided", "2", "2", true],
  ["chair_decided", "3", "1", false],
] as const)(
  "P-06 %s with %s for and %s against may be recorded: %s",
  ([vote, agree, disagree, may]) => {
    expect(recordDecisionSchema.safeParse({ ...split, vote, agree, disagree }).success).toBe(may);
  },
);

test("P-06 whoever did not agree is heard", () => {
  const unheard = { ...split, vote: "majority", agree: "3", disagree: "1", dissent: "" };

  const { error } = recordDecisionSchema.safeParse(unheard);

  expect(error?.issues.map(({ path }) => path[0])).toContain("dissent");
});

test("a draft keeps whatever was typed into the form, and nothing that is not of it", () => {
  const typed = { outcome: "defer", reasons: "Short", informationConsidered: [] };

  expect(keepDecisionSchema.parse({ itemId, ...typed })).toEqual({ itemId, answers: typed });
  expect(keepDecisionSchema.safeParse({ itemId, decidedById: "somebody" }).success).toBe(false);
  expect(keepDecisionSchema.safeParse({ itemId: "no id" }).success).toBe(false);
});
