import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import { type ActionStatus, statusLabels } from "@/lib/tracker/labels";
import { assertActionCanBecome, assertCanExtend, isOverdue } from "@/lib/tracker/rules";

const due = "2026-03-31";

// prettier-ignore
test.for([
  ["not_started", "2026-03-31", false],
  ["not_started", "2026-04-01", true],
  ["in_progress", "2026-04-01", true],
  ["done", "2026-04-01", false],
  ["cancelled", "2026-04-01", false],
] as const)("an action that is %s on %s is overdue: %s", ([status, today, overdue]) => {
  expect(isOverdue({ status, dueDay: due }, today)).toBe(overdue);
});

// prettier-ignore
test.for([
  ["in_progress", "2026-04-01", null],
  ["in_progress", "2026-03-31", /after 31 March 2026/],
  ["in_progress", "2026-03-01", /after 31 March 2026/],
  ["done", "2026-04-01", /finished/],
] as const)("an action that is %s may be put off to %s, or not: %s", ([status, day, refusal]) => {
  const attempt = () => assertCanExtend({ status, dueDay: due }, day);
  if (refusal) expect(attempt).toThrow(refusal);
  else expect(attempt).not.toThrow();
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
