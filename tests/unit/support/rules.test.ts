import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import { type ActionStatus, actionStatuses } from "@/lib/support/labels";
import {
  assertActionCanBecome,
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

const lawful = [
  "not_started in_progress",
  "not_started cancelled",
  "in_progress done",
  "in_progress cancelled",
];
const statuses = Object.keys(actionStatuses) as ActionStatus[];

test.for(statuses.flatMap((from) => statuses.map((to) => [from, to] as const)))(
  "support that is %s becomes %s only in order, and only with consent (C-09)",
  ([from, to]) => {
    const withConsent = () => assertActionCanBecome(from, to, true);
    const without = () => assertActionCanBecome(from, to, false);
    const isLawful = lawful.includes(`${from} ${to}`);

    if (isLawful) expect(withConsent).not.toThrow();
    else expect(withConsent).toThrow(RuleBroken);
    if (isLawful && to === "cancelled") expect(without).not.toThrow();
    else expect(without).toThrow(RuleBroken);
  },
);

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
