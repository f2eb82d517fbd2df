import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import {
  assertPlanCanEnd,
  isPlanComplete,
  missingFromPlan,
  type PlanContent,
  planContents,
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
