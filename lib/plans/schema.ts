import { z } from "zod";

import { aDay } from "@/lib/dates";
import {
  benchmarkLabels,
  doneLabels,
  dutyThemeLabels,
  evidenceBasisLabels,
  objectiveLabels,
  objectiveSchemeLabels,
  priorityLabels,
  ragLabels,
  themeTemplateLabels,
  workstreamLabels,
} from "@/lib/plans/labels";
import {
  aChoice,
  aCoverage,
  aForm,
  always,
  anId,
  anOptionalText,
  aText,
  aVersion,
  aWholeNumber,
  someChoices,
  someIds,
} from "@/lib/schema";

const comesAfter = (earlier: unknown, later: unknown) => !earlier || !later || earlier <= later;

export const createPlanSchema = aForm({
  title: aText({ name: "Title", enter: "Enter the title of the plan", max: 200 }),
  startDay: aDay({ name: "First day of the plan" }),
  endDay: aDay({ name: "Last day of the plan" }),
  objectiveScheme: aChoice(objectiveSchemeLabels, "Select which objectives the plan follows"),
  themeTemplate: aChoice(themeTemplateLabels, "Select which themes the plan starts with"),
  covers: aCoverage("Select which areas the plan is for"),
}).refine(({ startDay, endDay }) => comesAfter(startDay, endDay), {
  ...always,
  path: ["endDay"],
  error: "Last day of the plan must be after the first day",
});
export type CreatePlan = z.output<typeof createPlanSchema>;

const version = aVersion();
const onPlan = { planId: anId(), version };

/** Two are not among them: a draft goes out with the round that is opened, and a group's approval is recorded as it decides. */
export const movePlanSchema = aForm({
  ...onPlan,
  to: z.enum(["draft", "superseded"], {
    error: "Select what becomes of the plan",
  }),
});
export type MovePlan = z.output<typeof movePlanSchema>;

const theme = {
  title: aText({ name: "Theme", enter: "Enter the name of the theme", max: 100 }),
  dutyTheme: aChoice(dutyThemeLabels, "Select the part of the duty that it answers to"),
};
export const addThemeSchema = aForm({ planId: anId(), ...theme });
export type AddTheme = z.output<typeof addThemeSchema>;

export const editThemeSchema = aForm({ themeId: anId(), version, ...theme });
export type EditTheme = z.output<typeof editThemeSchema>;

const details = {
  themeId: anId("Select the theme"),
  objective: aChoice(objectiveLabels, "Select the national objective"),
  workstream: aChoice(workstreamLabels, "Select the workstream"),
  reference: aText({ name: "Reference", enter: "Enter a reference, like 3.2", max: 12 }).regex(
    /^[A-Za-z0-9][A-Za-z0-9./-]*$/,
    "Reference must be letters and numbers without spaces, like 3.2",
  ),
  text: aText({ name: "Action", enter: "Enter what will be done", max: 1000 }),
  ownerOrganisationId: anId("Select which organisation leads"),
  ownerRole: aText({ name: "Post of the owner", enter: "Enter the post of the owner", max: 200 }),
  contributorIds: someIds("Select the organisations who contribute"),
  startDay: aDay({ name: "Start date" }),
  dueDay: aDay({ name: "Due date" }),
  priority: aChoice(priorityLabels, "Select the priority"),
  evidenceBasis: aChoice(evidenceBasisLabels, "Select what local evidence there is"),
  proportionality: aText({
    name: "Proportionality",
    enter: "Enter why this is proportionate",
    min: 20,
    max: 1000,
  }),
  cohesionImpact: aText({
    name: "The effect on cohesion",
    enter: "Enter how it could help or harm cohesion",
    min: 20,
    max: 1000,
  }),
  benchmarks: someChoices(benchmarkLabels, "Select the parts of the toolkit it serves"),
  forAreas: someIds("Select the areas it is for"),
};
type Days = { startDay?: unknown; dueDay?: unknown };
const duesLater = ({ startDay, dueDay }: Days) => comesAfter(startDay, dueDay);
const dueBefore = {
  ...always,
  path: ["dueDay"],
  error: "Due date must be the same as or after the start date",
};

export const addPlanActionSchema = aForm({ planId: anId(), ...details }).refine(
  duesLater,
  dueBefore,
);
export type AddPlanAction = z.output<typeof addPlanActionSchema>;

/** The due date is not asked again: it moves by an extension, with a reason. */
const { dueDay: _, ...editable } = details;
export const editPlanActionSchema = aForm({ actionId: anId(), version, ...editable });
export type EditPlanAction = z.output<typeof editPlanActionSchema>;

const update = aForm({
  actionId: anId(),
  version,
  percent: aWholeNumber({ name: "The percentage done", min: 0, max: 100 }),
});
const note = anOptionalText({ name: "Note", max: 2000 });
const reason = aText({ name: "Reason", enter: "Enter the reason", min: 20, max: 2000 });

/** A colour brings what makes it believable: a reason, a way back, or the evidence. */
export const updatePlanActionSchema = z.discriminatedUnion(
  "rag",
  [
    update.extend({ rag: z.literal("grey"), note }),
    update.extend({ rag: z.literal("green"), note }),
    update.extend({
      rag: z.literal("amber"),
      reason,
      recoveryPlan: aText({
        name: "Recovery plan",
        enter: "Enter how it will get back on track",
        min: 20,
        max: 2000,
      }),
      note,
    }),
    update.extend({ rag: z.literal("red"), reason, note }),
    update.extend({
      rag: z.literal("blue"),
      evidence: aText({
        name: "Evidence",
        enter: "Enter the evidence that it is done",
        min: 20,
        max: 2000,
      }),
      note,
    }),
  ],
  "Select how the action stands",
);
export type UpdatePlanAction = z.output<typeof updatePlanActionSchema>;

const anAddressCode = <Code extends string>(labels: Record<Code, unknown>) =>
  z
    .enum(Object.keys(labels) as Code[])
    .optional()
    .catch(undefined);
const anAddressId = z.uuid().optional().catch(undefined);

/** What the address of the plan may ask for. Anything else in it asks for nothing. */
const planAddress = z.object({
  plan: anAddressId,
  theme: anAddressId,
  rag: anAddressCode(ragLabels),
  organisation: anAddressId,
  workstream: anAddressCode(workstreamLabels),
  overdue: z.literal("yes").optional().catch(undefined),
  area: anAddressId,
  objective: anAddressCode(objectiveLabels),
  benchmark: anAddressCode(benchmarkLabels),
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
  done: anAddressCode(doneLabels),
});
export type PlanAddress = z.output<typeof planAddress>;

export const readPlanAddress = (query: object): PlanAddress => planAddress.parse(query);
