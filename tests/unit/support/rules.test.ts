import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import {
  assertActionCanBecome,
  assertPlanCanEnd,
  isPlanComplete,
  missingFromPlan,
  type PlanContent,
  planContents,
} from "@/lib/support/rules";
import { type ActionStatus, statusLabels } from "@/lib/tracker/labels";

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

const finished = ["done", "cancelled"];
const needConsent = ["not_started in_progress", "not_started done", "in_progress done"];
const statuses = Object.keys(statusLabels) as ActionStatus[];

test.for(statuses.flatMap((from) => statuses.map((to) => [from, to] as const)))(
  "support that is %s becomes %s only while open, and only with consent (C-09)",
  ([from, to]) => {
    const withConsent = () => assertActionCanBecome(from, to, true);
    const without = () => assertActionCanBecome(from, to, false);
    const isFinished = finished.includes(from);

    if (isFinished) expect(withConsent).toThrow(RuleBroken);
    else expect(withConsent).not.toThrow();
    if (isFinished || needConsent.includes(`${from} ${to}`)) expect(without).toThrow(RuleBroken);
    else expect(without).not.toThrow();
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
