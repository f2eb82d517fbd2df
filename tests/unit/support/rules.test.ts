import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import {
  assertCanAddAction,
  assertPlanCanEnd,
  isPlanComplete,
  missingFromPlan,
  type PlanContent,
  planContents,
  whyPlanStands,
} from "@/lib/support/rules";

const contents = Object.keys(planContents) as PlanContent[];
const plan = Object.fromEntries(contents.map((content) => [content, "Written"]));

test("a plan that says everything can be offered (section 36(5))", () => {
  expect(missingFromPlan(plan)).toEqual([]);
  expect(isPlanComplete(plan)).toBe(true);
});

test.for(contents)("a plan that does not say %s cannot be offered (section 36(5))", (content) => {
  expect(missingFromPlan({ ...plan, [content]: " " })).toEqual([content]);
  expect(isPlanComplete({ ...plan, [content]: undefined })).toBe(false);
});

test.for([
  [["done", "cancelled"], true],
  [[], true],
  [["done", "in_progress"], false],
  [["not_started"], false],
] as const)("support with actions that are %o can end: %s", ([actions, can]) => {
  const end = () => assertPlanCanEnd(actions);

  if (can) expect(end).not.toThrow();
  else expect(end).toThrow(RuleBroken);
});

const [early, late] = [new Date("2026-11-01"), new Date("2026-11-08")];

// prettier-ignore
test.for([
  ["before the panel decides", "panel_listed", null, null, true],
  ["while consent is asked for", "consent_pending", early, null, true],
  ["in support, and nobody decided so", "in_support", early, null, false],
  ["in support, once the panel decided so", "in_support", early, late, true],
  ["in support, and it was revised since", "in_support", late, early, false],
  ["before there is a section 36 decision", "info_gathering", null, null, false],
  ["after support has ended", "exited", early, null, false],
] as const)("a plan is written %s: %s (T17)", ([, status, writtenAt, revisedAt, may]) => {
  expect(whyPlanStands({ status, writtenAt, revisedAt }) === null).toBe(may);
});

test("an action needs a plan, and a case at a stage that has one", () => {
  expect(() => assertCanAddAction("consent_pending", true)).not.toThrow();
  expect(() => assertCanAddAction("consent_pending", false)).toThrow(RuleBroken);
  expect(() => assertCanAddAction("exited", true)).toThrow(RuleBroken);
});
