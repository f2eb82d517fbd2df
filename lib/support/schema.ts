import type { z } from "zod";

import { reviewOutcomes, supportClosureCodes } from "@/lib/cases/labels";
import { aDay } from "@/lib/dates";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalId,
  anOptionalText,
  aText,
  aVersion,
} from "@/lib/schema";
import { careAnswers, fundingSources, supportTypes } from "@/lib/support/labels";

/** The plan under section 36(5), and what we ask besides. Revising one writes a new version. */
export const supportPlanSchema = aForm({
  caseId: anId(),
  version: aVersion(),
  consentAsked: aText({
    name: "How consent will be asked for",
    enter: "Enter how, when and by whom consent will be asked for",
    min: 20,
    max: 2000,
  }),
  nature: aText({ name: "Nature of the support", enter: "Enter what the support is", max: 2000 }),
  provider: aText({ name: "Provider", enter: "Enter who gives the support", max: 200 }),
  delivery: aText({
    name: "How the support is given",
    enter: "Enter how and when the support is given",
    min: 20,
    max: 2000,
  }),
  objective: aText({ name: "Objective", enter: "Enter what the plan is for", max: 1000 }),
  safeguardingContact: aText({
    name: "Safeguarding contact",
    enter: "Enter who to tell of a safeguarding worry",
    max: 200,
  }),
  exitCriteria: aText({
    name: "Exit criteria",
    enter: "Enter how the panel will know that support can end",
    max: 1000,
  }),
});
export type SupportPlan = z.output<typeof supportPlanSchema>;

/** One piece of support in the plan. */
export const supportActionSchema = aForm({
  caseId: anId(),
  supportType: aChoice(supportTypes, "Select the kind of support"),
  needId: anOptionalId("Select which objective it serves").optional(),
  title: aText({ name: "What will be done", enter: "Enter what will be done", max: 500 }),
  ownerOrganisationId: anId("Select which organisation does this"),
  ownerHatId: anOptionalId("Select who does this"),
  startsOn: aDay({ name: "Start date" }),
  dueOn: aDay({ name: "Due date" }),
  funding: aChoice(fundingSources, "Select who pays for this"),
  measure: aText({ name: "Measure", enter: "Enter how we will know that it helped", max: 500 }),
}).refine(({ startsOn, dueOn }) => !startsOn || !dueOn || dueOn >= startsOn, {
  error: "Due date must be the same as or after the start date",
  path: ["dueOn"],
  ...always,
});
export type SupportAction = z.output<typeof supportActionSchema>;

/** The health and social care question (section 36(6)). Each answer asks for the same account. */
export const careFields = {
  careAnswer: aChoice(careAnswers, "Select whether health or social care will help"),
  careArrangements: aText({
    name: "What was considered or arranged",
    enter: "Enter what was arranged, or why nothing was needed",
    max: 2000,
  }),
};

const { consent_withdrawn, moved_area_transferred, ...exitCodes } = supportClosureCodes;

/** How support ends (T20). Withdrawing consent and moving area have forms of their own. */
export const exitFields = {
  closureCode: aChoice(exitCodes, "Select why support is ending"),
  exitAssessmentId: anOptionalId("Select the exit assessment").optional(),
  onwardReferral: aChoice(
    { yes: "Yes", no: "No" },
    "Select yes if the person is being referred on",
  ),
  onwardTo: anOptionalText({ name: "Service the person is referred to", max: 500 }),
  ...careFields,
};

type Assessed = { closureCode?: unknown; exitAssessmentId?: unknown };
/** Nobody is assessed once they have died (domain 3.5). */
export const exitIsAssessed = ({ closureCode, exitAssessmentId }: Assessed) =>
  closureCode === "died" || Boolean(exitAssessmentId);
export const exitNotAssessed = {
  error: "Select the exit assessment",
  path: ["exitAssessmentId"],
  ...always,
};

type Onward = { onwardReferral?: unknown; onwardTo?: unknown };
export const onwardIsNamed = ({ onwardReferral, onwardTo }: Onward) =>
  onwardReferral !== "yes" || Boolean(onwardTo);
export const onwardNotNamed = {
  error: "Enter the service the person is referred to",
  path: ["onwardTo"],
  ...always,
};

export const exitSchema = aForm({ caseId: anId(), ...exitFields })
  .refine(exitIsAssessed, exitNotAssessed)
  .refine(onwardIsNamed, onwardNotNamed);

/** A review six or twelve months after support ended. */
export const reviewSchema = aForm({
  reviewId: anId(),
  heldOn: aDay({ name: "Date of the review", past: true }),
  outcome: aChoice(reviewOutcomes, "Select what the review found"),
  summary: aText({ name: "Summary", enter: "Enter what the review found", min: 50, max: 4000 }),
  checkedWith: aText({
    name: "Who was asked",
    enter: "Enter which organisations were asked",
    max: 1000,
  }),
  otherService: anOptionalText({ name: "Other service", max: 500 }),
}).refine(({ outcome, otherService }) => outcome !== "other_service_need" || otherService, {
  error: "Enter the service that is needed",
  path: ["otherService"],
  ...always,
});
export type Review = z.output<typeof reviewSchema>;

/** A mentor who works with the person. */
export const assignProviderSchema = aForm({
  caseId: anId(),
  hatId: anId("Select the mentor"),
});
export type AssignProvider = z.output<typeof assignProviderSchema>;

/** TL-10: when the mentor was last in touch with the person. No account of what was said. */
export const contactSchema = aForm({
  caseId: anId(),
  metOn: aDay({ name: "Date of contact", past: true }),
});
export type Contact = z.output<typeof contactSchema>;
