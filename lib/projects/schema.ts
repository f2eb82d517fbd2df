import { z } from "zod";

import { aDay } from "@/lib/dates";
import { anAmount } from "@/lib/money/schema";
import { objectiveLabels } from "@/lib/plans/labels";
import {
  answerLabels,
  basisLabels,
  checkKinds,
  checkResults,
  decisionLabels,
  measureTypes,
  measureUnits,
  projectDoneLabels,
} from "@/lib/projects/labels";
import { isShortEnough, longestDelivery } from "@/lib/projects/rules";
import { coveredIdeologyLabels } from "@/lib/risks/labels";
import {
  aChoice,
  aCoverage,
  aForm,
  always,
  anId,
  anOptionalId,
  anOptionalText,
  aText,
  aVersion,
  aWholeNumber,
  someChoices,
} from "@/lib/schema";
import { anOptionalTextAboutNobody, aTextAboutNobody } from "@/lib/words/schema";

const details = {
  title: aText({ name: "Title", enter: "Enter a title", max: 150 }),
  summary: aTextAboutNobody({ name: "Summary", enter: "Enter what it does", min: 20, max: 2000 }),
  objective: aChoice(objectiveLabels, "Select the national objective"),
  ideologies: someChoices(coveredIdeologyLabels, "Select what it is about"),
  targetGroup: anOptionalTextAboutNobody({ name: "Group", max: 300 }),
  basis: aChoice(basisLabels, "Select why this group"),
  recommendationId: anOptionalId("Select the recommendation"),
  riskId: anOptionalId("Select the risk"),
  basisWords: aTextAboutNobody({
    name: "Reasons",
    enter: "Enter what shows that this group, or everybody, is the right one",
    min: 20,
    max: 2000,
  }),
  ownerOrganisationId: anId("Select which organisation leads it"),
  providerId: anOptionalId("Select who delivers it"),
};

type Basis = {
  basis?: unknown;
  recommendationId?: unknown;
  riskId?: unknown;
  targetGroup?: unknown;
};
/** A group that is named without evidence is refused; "general" is an answer (8.10). */
const hasRecommendation = ({ basis, recommendationId }: Basis) =>
  basis !== "recommendation" || !!recommendationId;
const hasRisk = ({ basis, riskId }: Basis) => basis !== "risk" || !!riskId;
const hasEvidence = ({ basis, targetGroup }: Basis) => basis !== "general" || !targetGroup;
const hasGroup = ({ basis, targetGroup }: Basis) =>
  basis === undefined || basis === "general" || !!targetGroup;
const ofEvidence = {
  ...always,
  path: ["targetGroup"],
  error: "Take the group out, or say which recommendation or risk points to it",
};
const ofGroup = { ...always, path: ["targetGroup"], error: "Enter whom it is for" };
const ofRecommendation = {
  ...always,
  path: ["recommendationId"],
  error: "Select the recommendation that this group comes from, or say that the project is general",
};
const ofRisk = {
  ...always,
  path: ["riskId"],
  error: "Select the risk that this group comes from, or say that the project is general",
};

export const addProjectSchema = aForm({ covers: aCoverage(), ...details })
  .refine(hasRecommendation, ofRecommendation)
  .refine(hasRisk, ofRisk)
  .refine(hasEvidence, ofEvidence)
  .refine(hasGroup, ofGroup);
export type AddProject = z.output<typeof addProjectSchema>;

const onProject = { projectId: anId(), version: aVersion() };

export const editProjectSchema = aForm({ ...onProject, ...details })
  .refine(hasRecommendation, ofRecommendation)
  .refine(hasRisk, ofRisk)
  .refine(hasEvidence, ofEvidence)
  .refine(hasGroup, ofGroup);
export type EditProject = z.output<typeof editProjectSchema>;

/** What is asked of each step on the road. */
export const putOutlineSchema = aForm({
  ...onProject,
  outline: aTextAboutNobody({ name: "Outline", enter: "Enter the outline", min: 50, max: 6000 }),
  group: aText({ name: "Group", enter: "Enter the group it goes to", max: 200 }),
  outlineDay: aDay({ name: "Date it goes to the group" }),
});
export type PutOutline = z.output<typeof putOutlineSchema>;

export const answerOutlineSchema = aForm({
  ...onProject,
  answer: aChoice(answerLabels, "Select what the group answered"),
  reasons: aText({ name: "Reasons", enter: "Enter the group’s reasons", min: 20, max: 2000 }),
  answerDay: aDay({ name: "Date of the answer", past: true }),
});
export type AnswerOutline = z.output<typeof answerOutlineSchema>;

export const makeBidSchema = aForm({
  ...onProject,
  funder: aText({ name: "Funder", enter: "Enter the funder", max: 200 }),
  amount: anAmount({ name: "Amount of the bid" }),
  bidDay: aDay({ name: "Date of the bid", past: true }),
});
export type MakeBid = z.output<typeof makeBidSchema>;

const decided = {
  ...onProject,
  reasons: aText({ name: "Reasons", enter: "Enter what the funder said", min: 20, max: 2000 }),
  decidedDay: aDay({ name: "Date of the decision", past: true }),
};
export const decideBidSchema = z.discriminatedUnion(
  "decision",
  [
    aForm({
      ...decided,
      decision: z.literal("approved"),
      awarded: anAmount({ name: "Amount awarded" }),
    }),
    aForm({ ...decided, decision: z.literal("refused") }),
  ],
  `Select whether it is ${Object.values(decisionLabels).join(" or ").toLowerCase()}`,
);
export type DecideBid = z.output<typeof decideBidSchema>;

type Delivery = { startDay?: unknown; endDay?: unknown };
const bothDays = ({ startDay, endDay }: Delivery) =>
  typeof startDay === "string" && typeof endDay === "string" ? { startDay, endDay } : null;
export const startDeliverySchema = aForm({
  ...onProject,
  startDay: aDay({ name: "First day" }),
  endDay: aDay({ name: "Last day" }),
  deliveryPlan: aTextAboutNobody({
    name: "Delivery plan",
    enter: "Enter how it is delivered",
    min: 50,
    max: 6000,
  }),
  safeguarding: aTextAboutNobody({
    name: "Safeguarding",
    enter: "Enter how those who take part are kept safe, and where a concern goes",
    min: 50,
    max: 4000,
  }),
})
  .refine(
    (input) => {
      const days = bothDays(input);
      return !days || days.endDay > days.startDay;
    },
    { ...always, path: ["endDay"], error: "Last day must be after the first day" },
  )
  .refine(
    (input) => {
      const days = bothDays(input);
      return !days || isShortEnough(days.startDay, days.endDay);
    },
    {
      ...always,
      path: ["endDay"],
      error: `Last day must be within ${longestDelivery} months of the first`,
    },
  );
export type StartDelivery = z.output<typeof startDeliverySchema>;

export const startEvaluationSchema = aForm({
  ...onProject,
  method: aTextAboutNobody({
    name: "Method",
    enter: "Enter how it is evaluated",
    min: 20,
    max: 4000,
  }),
});
export type StartEvaluation = z.output<typeof startEvaluationSchema>;

export const closeProjectSchema = aForm({
  ...onProject,
  findings: aTextAboutNobody({
    name: "Findings",
    enter: "Enter what the evaluation found",
    min: 50,
    max: 6000,
  }),
  lessons: aTextAboutNobody({
    name: "Lessons",
    enter: "Enter what the next project should know",
    min: 20,
    max: 4000,
  }),
});
export type CloseProject = z.output<typeof closeProjectSchema>;

/** Giving up asks for as much writing as going on. */
export const withdrawProjectSchema = aForm({
  ...onProject,
  reasons: aTextAboutNobody({
    name: "Reasons",
    enter: "Enter why it is withdrawn",
    min: 20,
    max: 2000,
  }),
});
export type WithdrawProject = z.output<typeof withdrawProjectSchema>;

export const linkProjectSchema = aForm({
  projectId: anId(),
  actionId: anId("Select an action"),
});
export type LinkProject = z.output<typeof linkProjectSchema>;

export const addProjectMeasureSchema = aForm({
  projectId: anId(),
  type: aChoice(measureTypes, "Select whether this is an output or an outcome"),
  name: aTextAboutNobody({ name: "Measure", enter: "Enter what is measured", max: 200 }),
  unit: aChoice(measureUnits, "Select what it is counted in"),
  target: aWholeNumber({ name: "Target", min: 1, max: 1_000_000 }),
  source: aTextAboutNobody({
    name: "Source",
    enter: "Enter where the figure comes from",
    max: 200,
  }),
});
export type AddProjectMeasure = z.output<typeof addProjectMeasureSchema>;

export const recordReachedSchema = aForm({
  measureId: anId(),
  version: aVersion(),
  actual: aWholeNumber({ name: "What was reached", min: 0, max: 1_000_000 }),
  actualDay: aDay({ name: "Date of the figure", past: true }),
});
export type RecordReached = z.output<typeof recordReachedSchema>;

const people = (name: string) => aWholeNumber({ name, min: 0, max: 100_000 });

/** Numbers, and words about nobody. There is no field for a name. */
const reported = {
  returnId: anId(),
  progress: aTextAboutNobody({
    name: "Progress",
    enter: "Enter how it went in this period",
    min: 20,
    max: 4000,
  }),
  completed: people("Number who took part to the end"),
  continuing: people("Number who still take part"),
  left: people("Number who left before the end"),
  helped_on: people("Number told of other help"),
};
export const recordReturnSchema = aForm(reported);
export type RecordReturn = z.output<typeof recordReturnSchema>;

/** The whole return again, with what was wrong before. */
export const correctReturnSchema = aForm({
  ...reported,
  version: aVersion(),
  reasons: aTextAboutNobody({ name: "Reason", enter: "Enter what was wrong", min: 10, max: 1000 }),
});
export type CorrectReturn = z.output<typeof correctReturnSchema>;

const provider = {
  name: aText({ name: "Name", enter: "Enter the name of the body", max: 200 }),
  organisationId: anOptionalId("Select the organisation"),
  registration: anOptionalText({ name: "Registration number", max: 40 }),
  address: anOptionalText({ name: "Address", max: 400 }),
  contactPost: aTextAboutNobody({
    name: "Post to contact",
    enter: "Enter the post to contact, and no name",
    max: 200,
  }),
};
export const addProviderSchema = aForm(provider);
export type AddProvider = z.output<typeof addProviderSchema>;

export const editProviderSchema = aForm({ providerId: anId(), version: aVersion(), ...provider });
export type EditProvider = z.output<typeof editProviderSchema>;

export const recordCheckSchema = aForm({
  providerId: anId(),
  kind: aChoice(checkKinds, "Select what was checked"),
  result: aChoice(checkResults, "Select what was found"),
  checkedBy: aTextAboutNobody({
    name: "Post",
    enter: "Enter the post of whoever checked",
    max: 200,
  }),
  checkedDay: aDay({ name: "Date of the check", past: true }),
  expiresDay: aDay({ name: "Date it runs out" }),
  note: aTextAboutNobody({ name: "Note", enter: "Enter what was looked at", min: 10, max: 2000 }),
}).refine(({ checkedDay, expiresDay }) => !checkedDay || !expiresDay || expiresDay > checkedDay, {
  ...always,
  path: ["expiresDay"],
  error: "Date it runs out must be after the date of the check",
});
export type RecordCheck = z.output<typeof recordCheckSchema>;

const projectAddress = z.object({
  done: z
    .enum(Object.keys(projectDoneLabels) as (keyof typeof projectDoneLabels)[])
    .optional()
    .catch(undefined),
  over: z.literal("yes").optional().catch(undefined),
});
export const readProjectAddress = (query: object) => projectAddress.parse(query);
