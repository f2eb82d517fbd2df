import { expect, test } from "vitest";

import { clockKinds } from "@/lib/clocks/labels";
import {
  daysLate,
  defaultLimits,
  dueDay,
  escalatedTo,
  inOrderOfUrgency,
  isOverdue,
  reviewsDue,
  urgencyOf,
} from "@/lib/clocks/rules";

test.for([
  ["TL-01", "acknowledge_referral", "2026-03-12", "2026-03-12"],
  ["TL-01", "acknowledge_referral", "2026-04-03", "2026-04-07"], // Good Friday
  ["TL-02", "gateway_assessment", "2026-04-01", "2026-04-10"], // over Easter
  ["TL-03", "s36_decision", "2026-03-12", "2026-04-02"], // over the clock change
  ["TL-04", "panel_discussion", "2026-01-31", "2026-02-28"],
  ["TL-05", "panel_meeting", "2026-03-12", "2026-04-12"],
  ["TL-06", "case_review", "2026-03-12", "2026-04-12"],
  ["TL-07", "assessment_refresh", "2026-11-30", "2027-02-28"],
  ["TL-08", "consent_sought", "2026-03-12", "2026-03-26"],
  ["TL-09", "review_6m", "2026-08-31", "2027-02-28"],
  ["TL-09", "review_12m", "2026-08-31", "2027-08-31"],
  ["TL-10", "provider_contact", "2026-12-18", "2027-01-06"], // over the new year
  ["TL-10", "provider_silence", "2026-10-20", "2026-11-10"],
] as const)("%s %s, begun on %s, is due on %s", ([rule, kind, start, due]) => {
  expect(defaultLimits[kind].rule).toBe(rule);
  expect(dueDay(kind, start)).toBe(due);
});

test("every clock has a limit and an owner", () => {
  expect(Object.keys(defaultLimits)).toEqual(Object.keys(clockKinds));
});

test("an area may set its own limit and keep its own holidays", () => {
  const limits = {
    ...defaultLimits,
    gateway_assessment: { ...defaultLimits.gateway_assessment, count: 1 },
  };

  expect(dueDay("gateway_assessment", "2026-04-02", limits)).toBe("2026-04-07");
  expect(dueDay("gateway_assessment", "2026-04-02", limits, [])).toBe("2026-04-03");
});

test("both reviews after support run from the day it ended (TL-09)", () => {
  expect(reviewsDue("2026-03-12")).toEqual({ review_6m: "2026-09-12", review_12m: "2027-03-12" });
});

test.for([
  ["2026-03-11", true, 1, "overdue"],
  ["2026-03-12", false, 0, "due_today"],
  ["2026-03-13", false, 0, "due_soon"],
  ["2026-03-19", false, 0, "due_soon"],
  ["2026-03-20", false, 0, "on_time"],
] as const)(
  "on 12 March, what is due on %s is late: %s, by %i, and %s",
  ([due, late, days, urgency]) => {
    expect(isOverdue(due, "2026-03-12")).toBe(late);
    expect(daysLate(due, "2026-03-12")).toBe(days);
    expect(urgencyOf(due, "2026-03-12")).toBe(urgency);
  },
);

test("a queue starts with the most urgent, and among those with the oldest", () => {
  const queue = [
    { name: "on time, old", dueOn: "2026-05-01", startedOn: "2026-01-01" },
    { name: "late, newer", dueOn: "2026-03-01", startedOn: "2026-02-20" },
    { name: "today", dueOn: "2026-03-12", startedOn: "2026-03-01" },
    { name: "late, older", dueOn: "2026-03-05", startedOn: "2026-02-10" },
    { name: "soon", dueOn: "2026-03-14", startedOn: "2026-01-05" },
  ];

  const names = inOrderOfUrgency(queue, "2026-03-12").map(({ name }) => name);

  expect(names).toEqual(["late, older", "late, newer", "today", "soon", "on time, old"]);
});

test.for([
  ["2026-03-12", null],
  ["2026-03-11", "owner"],
  ["2026-03-07", "owner"],
  ["2026-03-06", "chair"],
  ["2026-03-02", "chair"],
  ["2026-03-01", "director"],
] as const)("on 12 March, what was due on %s is brought to: %s", ([due, to]) => {
  expect(escalatedTo(due, "2026-03-12")).toBe(to);
});
