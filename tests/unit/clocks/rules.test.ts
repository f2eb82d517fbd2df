import { expect, test } from "vitest";

import { clockKinds } from "@/lib/clocks/labels";
import {
  clockDuties,
  daysLate,
  defaultLimits,
  dueAfterPause,
  dueDay,
  isOverdue,
  stepsOf,
  urgencyOf,
  windowsFor,
} from "@/lib/clocks/rules";

test.for([
  ["TL-01", "acknowledge_referral", "2026-03-12", "2026-03-12"],
  ["TL-01", "acknowledge_referral", "2026-04-03", "2026-04-07"], // Good Friday
  ["TL-02", "gateway_assessment", "2026-04-01", "2026-04-10"], // over Easter
  ["TL-03", "s36_decision", "2026-03-12", "2026-04-02"], // over the clock change
  ["TL-04", "panel_discussion", "2026-01-31", "2026-02-28"],
  ["TL-05", "panel_meeting", "2026-03-12", "2026-04-12"],
  ["M-02", "sign_minutes", "2026-04-01", "2026-04-10"], // over Easter
  ["TL-06", "case_review", "2026-03-12", "2026-04-12"],
  ["TL-07", "assessment_refresh", "2026-11-30", "2027-02-28"],
  ["TL-08", "consent_sought", "2026-03-12", "2026-03-26"],
  ["C-10", "after_refusal", "2026-03-12", "2026-04-12"],
  ["TL-09", "review_6m", "2026-08-31", "2027-02-28"],
  ["TL-09", "review_12m", "2026-08-31", "2027-08-31"],
  ["TL-10", "provider_contact", "2026-12-18", "2027-01-06"], // over the new year
  ["TL-10", "provider_silence", "2026-10-20", "2026-11-10"],
] as const)("%s %s, begun on %s, is due on %s", ([rule, kind, start, due]) => {
  expect(defaultLimits[kind].rule).toBe(rule);
  expect(dueDay(kind, start)).toBe(due);
});

test("every clock has an owner and a deputy, and a limit unless a row of its own sets its day", () => {
  const ownDay = [
    "reassessment",
    "information_request",
    "case_action",
    "plan_action",
    "board_action",
    "pause_review",
    "risk_review",
    "project_return",
    "funding_claim",
    "due_diligence",
    "onward_answer",
  ];
  const limited = Object.keys(clockKinds).filter((kind) => !ownDay.includes(kind));

  expect(Object.keys(defaultLimits)).toEqual(limited);
  expect(Object.keys(clockDuties)).toEqual(Object.keys(clockKinds));
  for (const { owner, deputy } of Object.values(clockDuties)) expect(deputy).not.toBe(owner);
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
  expect(dueDay("review_6m", "2026-03-12")).toBe("2026-09-12");
  expect(dueDay("review_12m", "2026-03-12")).toBe("2027-03-12");
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

test.for([
  ["gateway_assessment", "2026-03-16", "2026-03-12", "2026-03-13", "2026-03-17"], // one working day
  ["gateway_assessment", "2026-03-16", "2026-03-13", "2026-03-15", "2026-03-16"], // a weekend counts for none
  ["case_review", "2026-03-16", "2026-03-13", "2026-03-15", "2026-03-18"],
  ["case_action", "2026-03-20", "2026-03-02", "2026-03-30", "2026-04-17"],
] as const)(
  "%s, due on %s and paused from %s to %s, is due on %s (T28)",
  ([kind, due, from, to, then]) => {
    expect(dueAfterPause(kind, due, { from, to })).toBe(then);
  },
);

test.for([
  ["s36_decision", ["reminder", "overdue", "to_chair", "to_director"]], // COO, CHR, director
  ["gateway_assessment", ["reminder", "overdue", "to_coordinator", "to_chair", "to_director"]],
  ["acknowledge_referral", ["overdue", "to_coordinator", "to_chair", "to_director"]],
  ["review_6m", ["reminder", "overdue", "to_director"]],
  ["case_action", ["reminder", "overdue", "to_coordinator", "to_chair", "to_director"]],
  ["plan_action", ["reminder", "overdue", "to_coordinator", "to_chair", "to_director"]],
  ["board_action", ["reminder", "overdue", "to_coordinator", "to_chair", "to_director"]],
  ["risk_review", ["reminder", "overdue", "to_coordinator", "to_chair", "to_director"]],
  ["profile_refresh", ["reminder", "overdue", "to_chair", "to_director"]],
  ["project_return", ["reminder", "overdue", "to_coordinator", "to_chair", "to_director"]],
  ["funding_claim", ["reminder", "overdue", "to_chair", "to_director"]],
  ["due_diligence", ["reminder", "overdue", "to_chair", "to_director"]],
] as const)("%s is told of in these steps: %s", ([kind, steps]) => {
  expect(stepsOf(kind)).toEqual(steps);
});

// Thursday 12 March 2026; the weekend before was 7 and 8 March.
test.for([
  ["reminder", "2026-03-18", false],
  ["reminder", "2026-03-17", true],
  ["reminder", "2026-03-12", true],
  ["reminder", "2026-03-11", false],
  ["overdue", "2026-03-12", false],
  ["overdue", "2026-03-11", true],
  ["to_chair", "2026-03-05", false],
  ["to_chair", "2026-03-04", true],
  ["to_director", "2026-02-26", false],
  ["to_director", "2026-02-25", true],
] as const)(
  "on 12 March, the step %s of a section 36 decision that was due on %s is due: %s",
  ([step, due, isDue]) => {
    const window = windowsFor("2026-03-12").find(
      (one) => one.kind === "s36_decision" && one.step === step,
    );

    expect(window && window.dueFrom <= due && due <= window.dueTo).toBe(isDue);
  },
);

test("nobody is told on a Saturday of what was due on the Friday", () => {
  const overdue = (today: string) =>
    windowsFor(today).find(({ kind, step }) => kind === "case_review" && step === "overdue")?.dueTo;

  expect([overdue("2026-03-14"), overdue("2026-03-15"), overdue("2026-03-16")]).toEqual([
    "2026-03-12",
    "2026-03-12",
    "2026-03-15",
  ]);
});
