import { z } from "zod";

import {
  benchmarkDoneLabels,
  gapOutcomes,
  offeredSchemes,
  verdictLabels,
} from "@/lib/benchmarks/labels";
import { ni35Years } from "@/lib/benchmarks/rules";
import { criterionChoices } from "@/lib/benchmarks/schemes/rules";
import { aDay } from "@/lib/dates";
import { addPlanActionSchema } from "@/lib/plans/schema";
import {
  aChoice,
  aCoverage,
  aForm,
  always,
  anId,
  anOptionalText,
  aText,
  aTick,
  aVersion,
  aWholeNumber,
  someChoices,
  someIds,
} from "@/lib/schema";

const aYear = aWholeNumber({ name: "Year", min: 2015, max: 2100 });
export const startAssessmentSchema = aForm({
  scheme: aChoice(offeredSchemes, "Select what you assess yourselves by"),
  year: aYear,
  covers: aCoverage(),
});
export type StartAssessment = z.output<typeof startAssessmentSchema>;

/** One authority, for its own duty. */
export const startDutySchema = aForm({
  organisationId: anId("Select the authority"),
  year: aYear,
});
export type StartDuty = z.output<typeof startDutySchema>;

/** A record of a return that was made at the time, from its paper. */
export const keepHistoricSchema = aForm({
  year: aChoice(
    Object.fromEntries(ni35Years.map((year) => [year, year])),
    "Select the year of the return",
  ).transform(Number),
});
export type KeepHistoric = z.output<typeof keepHistoricSchema>;

const onCriterion = {
  assessmentId: anId(),
  criterion: aText({ name: "Criterion", max: 40 }),
};
const aLevel = aChoice(
  Object.fromEntries([0, 1, 2, 3, 4, 5].map((level) => [level, level])),
  "Select the level",
).transform(Number);

export const answerCriterionSchema = aForm({
  ...onCriterion,
  version: aVersion(),
  level: aLevel,
  answer: aText({ name: "Answer", enter: "Enter why it is this level", min: 20, max: 4000 }),
  ownerOrganisationId: anId("Select which organisation owns this"),
  ownerRole: aText({ name: "Post of the owner", enter: "Enter the post of the owner", max: 200 }),
});
export type AnswerCriterion = z.output<typeof answerCriterionSchema>;

const linkedKinds = [
  "action",
  "plan_evidence",
  "risk_review",
  "profile_edition",
  "meeting",
  "training_figure",
] as const;
export type LinkedKind = (typeof linkedKinds)[number];

const select = { error: "Select what shows it" };

/** Something that is here already, by its kind and key. */
export const linkEvidenceSchema = aForm({
  ...onCriterion,
  what: z
    .string(select)
    .max(60, select)
    .transform((text) => text.split(":"))
    .pipe(z.tuple([z.enum(linkedKinds, select), z.uuid(select)], select)),
});
export type LinkEvidence = z.output<typeof linkEvidenceSchema>;

export const nameEvidenceSchema = aForm({
  ...onCriterion,
  title: aText({ name: "Title", enter: "Enter what shows it", max: 300 }),
  place: aText({ name: "Where it is kept", enter: "Enter where it is kept", max: 300 }),
  datedDay: aDay({ name: "Date of the evidence", past: true }),
});
export type NameEvidence = z.output<typeof nameEvidenceSchema>;

export const endEvidenceSchema = aForm({ assessmentId: anId(), evidenceId: anId() });
export type EndEvidence = z.output<typeof endEvidenceSchema>;

export const challengeSchema = aForm({
  ...onCriterion,
  verdict: aChoice(verdictLabels, "Select whether you agree with the level"),
  note: aText({ name: "Reasons", enter: "Enter your reasons", min: 20, max: 2000 }),
});
export type Challenge = z.output<typeof challengeSchema>;

export const replySchema = aForm({
  challengeId: anId(),
  reply: aText({ name: "Your answer", enter: "Enter your answer", min: 10, max: 2000 }),
});
export type Reply = z.output<typeof replySchema>;

export const submitAssessmentSchema = aForm({
  assessmentId: anId(),
  version: aVersion(),
  statement: aText({
    name: "Statement",
    enter: "Enter who agreed this, and what follows from it",
    min: 20,
    max: 2000,
  }),
  isFinal: aTick("Tick to say that nothing is to be changed any more"),
});
export type SubmitAssessment = z.output<typeof submitAssessmentSchema>;

export const recordReceiptSchema = aForm({
  assessmentId: anId(),
  version: aVersion(),
  uploadedDay: aDay({ name: "Date it was uploaded", past: true }),
  receiptReference: aText({
    name: "Receipt reference",
    enter: "Enter the reference of the receipt",
    max: 100,
  }),
});
export type RecordReceipt = z.output<typeof recordReceiptSchema>;

/** A low score becomes an action: the form of any action, and where it came from. */
export const addBenchmarkActionSchema = addPlanActionSchema.safeExtend(onCriterion);
export type AddBenchmarkAction = z.output<typeof addBenchmarkActionSchema>;

export const logCooperationSchema = aForm({
  organisationId: anId("Select whose entry this is"),
  partnerIds: someIds("Select who it was done with", { min: 1 }),
  happenedDay: aDay({ name: "Date", past: true }),
  what: aText({ name: "What was done", enter: "Enter what was done together", min: 20, max: 2000 }),
  place: aText({ name: "Where it is shown", enter: "Enter where this is shown", max: 300 }),
});
export type LogCooperation = z.output<typeof logCooperationSchema>;

export const recordGuidanceSchema = aForm({
  title: aText({ name: "Title", enter: "Enter the title of the guidance", max: 200 }),
  versionLabel: aText({ name: "Version", enter: "Enter the version", max: 50 }),
  publishedDay: aDay({ name: "Date it was published", past: true }),
  inForceDay: aDay({ name: "Date it is in force from" }),
  summary: aText({ name: "Summary", enter: "Enter what has changed", min: 20, max: 4000 }),
  criteria: someChoices(criterionChoices, "Select the criteria it bears on"),
  reviewDay: aDay({ name: "Date by which authorities answer", future: "not today" }),
}).refine(
  ({ publishedDay, inForceDay }) => !publishedDay || !inForceDay || inForceDay >= publishedDay,
  {
    ...always,
    path: ["inForceDay"],
    error: "Date it is in force from must be the same as or after the date it was published",
  },
);
export type RecordGuidance = z.output<typeof recordGuidanceSchema>;

export const answerGapSchema = aForm({
  reviewId: anId(),
  outcome: aChoice(gapOutcomes, "Select what the change means for you"),
  reasons: aText({ name: "Reasons", enter: "Enter your reasons", min: 20, max: 2000 }),
  planned: anOptionalText({ name: "What will be done", max: 1000 }),
  plannedDay: aDay({ name: "Date by which it is done", future: "not today", optional: true }),
})
  .refine(({ outcome, planned }) => outcome !== "gap" || planned, {
    ...always,
    path: ["planned"],
    error: "Enter what will be done to close the gap",
  })
  .refine(({ outcome, plannedDay }) => outcome !== "gap" || plannedDay, {
    ...always,
    path: ["plannedDay"],
    error: "Enter the date by which it is done",
  });
export type AnswerGap = z.output<typeof answerGapSchema>;

const address = z.object({
  done: z
    .enum(Object.keys(benchmarkDoneLabels) as (keyof typeof benchmarkDoneLabels)[])
    .optional()
    .catch(undefined),
  partner: z.uuid().optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  scheme: z.enum(["toolkit", "channel_assurance", "engagement"]).optional().catch(undefined),
});
export type BenchmarkAddress = z.output<typeof address>;

/** What an address may ask for. Anything else in it asks for nothing. */
export const readBenchmarkAddress = (query: object): BenchmarkAddress => address.parse(query);
