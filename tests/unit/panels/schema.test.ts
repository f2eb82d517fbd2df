import { expect, test } from "vitest";

import { outcomeLabels } from "@/lib/panels/labels";
import {
  attendanceSchema,
  conflictSchema,
  itemSchema,
  meetingSchema,
  recordDecisionSchema,
} from "@/lib/panels/schema";

const id = "0190a0a0-0000-7000-8000-000000000001";
const common = {
  itemId: id,
  informationConsidered: [id],
  optionsConsidered: "Early help, and mentoring outside Channel",
  reasons: "Every agency agreed that mentoring and housing help are needed.",
  vote: "agreed",
  toldBy: "coordinator",
  tellOn: "27/3/2026",
};
const care = { careAnswer: "referral_made", careArrangements: "Referred to the children's team" };
const exit = {
  closureCode: "exit_risk_significantly_reduced",
  exitAssessmentId: id,
  onwardReferral: "no",
  ...care,
};

/** What each outcome asks for beyond what all of them do. */
const more: Record<keyof typeof outcomeLabels, Record<string, string>> = {
  adopt: {},
  not_adopt: { closureCode: "not_adopted_no_risk", ...care },
  defer: { informationGap: "School attendance", nextMeetingOn: "9/4/2099" },
  continue: { nextReviewOn: "9/4/2099" },
  revise_plan: { planChanges: "Weekly mentoring", nextReviewOn: "9/4/2099" },
  pause: { pauseReason: "police_request", nextReviewOn: "9/4/2099" },
  exit,
  police_led: {},
  transfer: { receivingArea: "Another city" },
  review_ok: {},
  new_s36: { newConcern: "New posts were seen" },
  discussed_only: {},
};

const said = (form: object) => {
  const { error } = recordDecisionSchema.safeParse(form);
  return error?.issues.map(({ path, message }) => [path[0], message]) ?? [];
};
const form = (outcome: keyof typeof more) =>
  outcome === "discussed_only"
    ? { itemId: id, outcome, reasons: common.reasons }
    : { ...common, outcome, ...more[outcome] };

const outcomes = Object.keys(outcomeLabels) as (keyof typeof more)[];

test.for(outcomes)("a decision to %s can be recorded when all of it is said", (outcome) => {
  expect(said(form(outcome))).toEqual([]);
});

test.for(
  outcomes.flatMap((outcome) =>
    Object.keys(more[outcome]).map((field) => [outcome, field] as const),
  ),
)("a decision to %s asks for %s", ([outcome, field]) => {
  const { [field]: _left, ...rest } = form(outcome) as Record<string, unknown>;

  expect(said(rest).map(([at]) => at)).toEqual([field]);
});

test("nothing is chosen beforehand", () => {
  expect(said({ itemId: id })).toEqual([["outcome", "Select what the panel decided"]]);
});

test("saying no asks for more than saying yes", () => {
  const asked = (outcome: keyof typeof more) => said({ itemId: id, outcome }).length;

  expect(asked("not_adopt")).toBeGreaterThan(asked("adopt"));
  expect(asked("defer")).toBeGreaterThan(asked("adopt"));
  expect(asked("exit")).toBeGreaterThan(asked("continue"));
});

test.for([
  ["x".repeat(49), "Reasons must be 50 characters or more"],
  ["x".repeat(4001), "Reasons must be 4,000 characters or fewer"],
  ["   ", "Enter the panel's reasons"],
])("reasons that do not do are answered", ([reasons, message]) => {
  expect(said({ ...form("adopt"), reasons })).toEqual([["reasons", message]]);
});

test("an answer that belongs to another outcome is not taken", () => {
  expect(said({ ...form("adopt"), informationGap: "x" })).toHaveLength(1);
});

const split = { agree: "3", disagree: "2", dissent: "Health wanted to wait" };

test.for([
  ["agreed, with nobody against", { vote: "agreed", agree: "5", disagree: "0" }, []],
  ["agreed, with somebody against", { ...split, vote: "agreed" }, ["vote"]],
  ["a majority", { ...split, vote: "majority" }, []],
  ["a majority, without what was said", { ...split, vote: "majority", dissent: "" }, ["dissent"]],
  ["a majority, without a count", { vote: "majority", dissent: "x" }, ["agree"]],
  ["a majority of fewer", { ...split, vote: "majority", disagree: "4" }, ["vote"]],
  ["the chair's decision on a tie", { ...split, vote: "chair_decided", disagree: "3" }, []],
  ["the chair's decision against most", { ...split, vote: "chair_decided" }, ["vote"]],
] as const)("P-06: %s", ([, vote, wrong]) => {
  expect(said({ ...form("adopt"), ...vote }).map(([at]) => at)).toEqual(wrong);
});

test.for([
  ["somebody, some day", { toldBy: "chair", tellOn: "" }, ["tellOn"]],
  ["somebody, on a day that is not real", { toldBy: "chair", tellOn: "31/4/2026" }, ["tellOn"]],
  ["nobody yet, and why", { toldBy: "nobody_yet", tellOn: "", notTold: "It is not safe" }, []],
  ["nobody yet", { toldBy: "nobody_yet", tellOn: "" }, ["notTold"]],
] as const)("the person is told by %s (TR-02)", ([, telling, wrong]) => {
  expect(said({ ...form("adopt"), ...telling }).map(([at]) => at)).toEqual(wrong);
});

test("somebody referred on is referred to a service", () => {
  expect(said({ ...form("exit"), onwardReferral: "yes" }).map(([at]) => at)).toEqual(["onwardTo"]);
  expect(said({ ...form("exit"), onwardReferral: "yes", onwardTo: "Housing" })).toEqual([]);
});

test("withdrawal and a move are not ways for the panel to end support", () => {
  for (const closureCode of ["consent_withdrawn", "moved_area_transferred"]) {
    expect(said({ ...form("exit"), closureCode }).map(([at]) => at)).toEqual(["closureCode"]);
  }
});

test("a meeting has a day, a time and a place", () => {
  const meeting = {
    title: "Channel panel",
    heldOn: "9/4/2099",
    startsAt: "2pm",
    place: "Room 4",
    memberHatIds: [id],
  };

  expect(meetingSchema.parse(meeting)).toMatchObject({ heldOn: "2099-04-09", startsAt: "14:00" });
  expect(meetingSchema.safeParse({ ...meeting, heldOn: "9/4/2020" }).success).toBe(false);
  expect(meetingSchema.safeParse({ ...meeting, memberHatIds: "" }).success).toBe(false);
});

test("a case is put on the agenda for a reason", () => {
  const item = { meetingId: id, caseId: id, kind: "new_case", keyOrganisationId: "" };

  expect(itemSchema.parse(item)).toMatchObject({ keyOrganisationId: null, residentForce: null });
  expect(itemSchema.safeParse({ ...item, kind: undefined }).success).toBe(false);
});

test("whoever is in the room confirms the confidentiality statement (M-05)", () => {
  const here = { meetingId: id, presentHatIds: id };

  expect(attendanceSchema.safeParse(here).error?.issues[0]?.path).toEqual(["confidentiality"]);
  expect(attendanceSchema.parse({ ...here, confidentiality: "yes" })).toMatchObject({
    presentHatIds: [id],
  });
});

test("a conflict of interest is named (Q-07)", () => {
  const conflict = { itemId: id, hatId: id };

  expect(conflictSchema.safeParse(conflict).error?.issues[0]?.path).toEqual(["nature"]);
  expect(conflictSchema.safeParse({ ...conflict, nature: "A relative" }).success).toBe(true);
});

test.for([
  ["considered_not_needed", ["careAnswer"]],
  ["referral_made", []],
] as const)("T12 referred to health or social care, with the answer %s", ([careAnswer, wrong]) => {
  const closureCode = "not_adopted_refer_health_social_care";
  const given = { ...form("not_adopt"), closureCode, careAnswer };

  expect(said(given).map(([at]) => at)).toEqual(wrong);
});
