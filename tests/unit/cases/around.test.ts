import { expect, test } from "vitest";

import { type Relation, relations } from "@/lib/cases/around/labels";
import { circleOf, placeAround } from "@/lib/cases/around/rules";
import { addAroundSchema } from "@/lib/cases/around/schema";

const ring = { centre: { x: 100, y: 100 }, across: 80, up: 60 };
const people = (Object.keys(relations) as Relation[]).map((relation) => ({ relation }));

test("everybody has a place of their own, and nobody stands on the person", () => {
  const placed = placeAround(people, ring);

  expect(placed).toHaveLength(people.length);
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(people.length);
  for (const { x, y } of placed) expect(Math.hypot(x - 100, y - 100)).toBeGreaterThan(50);
});

test("family stands together, and so does each other circle", () => {
  const circles = placeAround(people.toReversed(), ring).map(({ relation }) => circleOf[relation]);

  const turns = circles.filter((circle, index) => circle !== circles[index - 1]);
  expect(turns).toEqual(["family", "school", "professional", "other"]);
});

const whole = {
  caseId: "0198c0de-0000-7000-8000-000000000001",
  name: "Ada Marsh",
  relation: "mother",
  safeToContact: "yes",
  knows: "knows",
};

test.for([
  ["yes", "", true],
  ["with_care", "", false],
  ["with_care", "Ring her at work.", true],
  ["no", "", false],
  ["no", "She has asked for it.", true],
  ["not_known", "", true],
] as const)(
  "safe to contact: %s, with the note %j, is taken: %s",
  ([safeToContact, safetyNote, is]) => {
    expect(addAroundSchema.safeParse({ ...whole, safeToContact, safetyNote }).success).toBe(is);
  },
);
