import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import {
  assertCanAnswer,
  assertCorroborationChanges,
  isDisproved,
  isSettled,
  requestCell,
} from "@/lib/information/rules";

const today = "2026-03-31";

// prettier-ignore
test.for([
  ["nobody asked", null, "not_asked", null],
  ["asked, due today", { state: "asked", dueDay: "2026-03-31" }, "asked", false],
  ["asked, due yesterday", { state: "asked", dueDay: "2026-03-30" }, "late", true],
  ["part, due yesterday", { state: "part", dueDay: "2026-03-30" }, "late", true],
  ["part, in time", { state: "part", dueDay: "2026-04-30" }, "part", true],
  ["answered long ago", { state: "answered", dueDay: "2025-03-30" }, "answered", true],
  ["nothing held", { state: "nil", dueDay: "2025-03-30" }, "nil", true],
  ["declined", { state: "declined", dueDay: "2025-03-30" }, "declined", true],
  ["cancelled", { state: "cancelled", dueDay: "2025-03-30" }, "cancelled", true],
] as const)("T07 %s", ([, request, cell, settled]) => {
  expect(requestCell(request, today)).toBe(cell);
  if (request) expect(isSettled(request, today)).toBe(settled);
});

// prettier-ignore
test.for([
  ["asked", "nil", true],
  ["part", "answered", true],
  ["nil", "part", true],
  ["declined", "answered", true],
  ["nil", "nil", false],
  ["part", "nil", false],
  ["answered", "declined", false],
  ["cancelled", "answered", false],
] as const)("a request that is %s may be given the answer %s: %s", ([state, answer, may]) => {
  const attempt = () => assertCanAnswer(state, answer);
  if (may) expect(attempt).not.toThrow();
  else expect(attempt).toThrow(RuleBroken);
});

test("IS-10 only what was disproved is marked, and only a change is recorded", () => {
  expect(isDisproved({ corroboration: "disproved" })).toBe(true);
  expect(isDisproved({ corroboration: "uncorroborated" })).toBe(false);
  expect(() => assertCorroborationChanges("uncorroborated", "disproved")).not.toThrow();
  expect(() => assertCorroborationChanges("disproved", "disproved")).toThrow(RuleBroken);
});
