import { expect, test } from "vitest";

import { planContents } from "@/lib/support/rules";
import {
  exitSchema,
  reviewSchema,
  supportActionSchema,
  supportPlanSchema,
} from "@/lib/support/schema";

const id = "0190a0a0-0000-7000-8000-000000000001";
const fields = (
  schema: typeof exitSchema | typeof reviewSchema | typeof supportActionSchema,
  form: object,
) => schema.safeParse(form).error?.issues.map(({ path }) => path[0]) ?? [];

const plan = {
  caseId: id,
  version: "0",
  consentAsked: "In person on 3 April, by the coordinator",
  nature: "Mentoring",
  provider: "A mentor",
  delivery: "One to one, every week in term",
  objective: "A settled term",
  safeguardingContact: "The safeguarding lead",
  exitCriteria: "The panel agrees that the concern has gone",
};

test("a plan says all of section 36(5), and what we ask besides", () => {
  expect(supportPlanSchema.parse(plan)).toEqual({ ...plan, version: 0 });
  expect(Object.keys(planContents).filter((content) => !(content in plan))).toEqual([]);
});

test.for(Object.keys(plan))("a plan without %s is not a plan", (field) => {
  const { [field]: _left, ...rest } = plan as Record<string, unknown>;

  expect(supportPlanSchema.safeParse(rest).error?.issues.map(({ path }) => path[0])).toEqual([
    field,
  ]);
});

const action = {
  caseId: id,
  supportType: "mentoring",
  title: "Weekly meetings",
  ownerOrganisationId: id,
  startsOn: "3/4/2026",
  dueOn: "3/7/2026",
  funding: "home_office",
  measure: "What the person says of it",
};

test.for([
  ["later", "3/7/2026", []],
  ["the same day", "3/4/2026", []],
  ["earlier", "2/4/2026", ["dueOn"]],
  ["never", "", ["dueOn"]],
] as const)("a piece of support that is due %s than it starts", ([, dueOn, wrong]) => {
  expect(fields(supportActionSchema, { ...action, dueOn })).toEqual(wrong);
});

const died = { closureCode: "died" };
const exit = {
  caseId: id,
  closureCode: "exit_no_further_radicalisation_concern",
  exitAssessmentId: id,
  onwardReferral: "no",
  careAnswer: "considered_not_needed",
  careArrangements: "The GP agreed that nothing was needed",
};

test.for([
  ["everything said", {}, []],
  ["no exit assessment (T20)", { exitAssessmentId: "" }, ["exitAssessmentId"]],
  ["no exit assessment of somebody who has died", { ...died, exitAssessmentId: "" }, []],
  ["nothing said of one of somebody who has died", { ...died, exitAssessmentId: undefined }, []],
  ["no answer on care of somebody who has died", { ...died, careAnswer: "" }, ["careAnswer"]],
  ["no answer on care (section 36(6))", { careAnswer: undefined }, ["careAnswer"]],
  ["no account of care", { careArrangements: "" }, ["careArrangements"]],
  ["no answer on a referral", { onwardReferral: undefined }, ["onwardReferral"]],
  ["a referral to nowhere", { onwardReferral: "yes" }, ["onwardTo"]],
  ["a reason from the gateway", { closureCode: "no_concern" }, ["closureCode"]],
] as const)("support ends with %s", ([, answers, wrong]) => {
  expect(fields(exitSchema, { ...exit, ...answers })).toEqual(wrong);
});

const review = {
  reviewId: id,
  heldOn: "3/3/2026",
  outcome: "no_concern",
  summary: "School, the family and the youth worker all said that the year had gone well.",
  checkedWith: "School, youth service, police",
};

test.for([
  ["everything said", {}, []],
  ["a day to come", { heldOn: "3/3/2099" }, ["heldOn"]],
  ["nobody asked", { checkedWith: "" }, ["checkedWith"]],
  ["few words", { summary: "Fine" }, ["summary"]],
  ["an unnamed service", { outcome: "other_service_need" }, ["otherService"]],
  ["a named service", { outcome: "other_service_need", otherService: "Housing" }, []],
] as const)("a review is recorded with %s (TL-09)", ([, answers, wrong]) => {
  expect(fields(reviewSchema, { ...review, ...answers })).toEqual(wrong);
});
