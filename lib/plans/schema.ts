import { z } from "zod";

import { aDay } from "@/lib/dates";
import {
  measureTypeLabels,
  objectiveLabels,
  objectiveSchemeLabels,
  priorityLabels,
  themeTemplateLabels,
  workstreamLabels,
} from "@/lib/plans/labels";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalText,
  aText,
  aWholeNumber,
  someIds,
} from "@/lib/schema";

const comesAfter = (earlier: unknown, later: unknown) => !earlier || !later || earlier <= later;

export const createPlanSchema = aForm({
  title: aText({ name: "Title", enter: "Enter the title of the plan", max: 200 }),
  startDay: aDay({ name: "First day of the plan" }),
  endDay: aDay({ name: "Last day of the plan" }),
  objectiveScheme: aChoice(objectiveSchemeLabels, "Select which objectives the plan follows"),
  themeTemplate: aChoice(themeTemplateLabels, "Select which themes the plan starts with"),
}).refine(({ startDay, endDay }) => comesAfter(startDay, endDay), {
  ...always,
  path: ["endDay"],
  error: "Last day of the plan must be after the first day",
});
export type CreatePlan = z.output<typeof createPlanSchema>;

export const planActionSchema = aForm({
  themeId: anId("Select the theme"),
  objective: aChoice(objectiveLabels, "Select the national objective"),
  workstream: aChoice(workstreamLabels, "Select the workstream"),
  text: aText({ name: "Action", enter: "Enter what will be done", max: 1000 }),
  ownerOrganisationId: anId("Select which organisation leads"),
  ownerRole: aText({ name: "Role of the owner", enter: "Enter the role of the owner", max: 200 }),
  contributorIds: someIds("Select the organisations who contribute"),
  startDay: aDay({ name: "Start date" }),
  dueDay: aDay({ name: "Due date" }),
  priority: aChoice(priorityLabels, "Select the priority"),
  cohesionNote: aText({
    name: "Effect on cohesion",
    enter: "Enter how this could help or harm cohesion",
    max: 1000,
  }),
}).refine(({ startDay, dueDay }) => comesAfter(startDay, dueDay), {
  ...always,
  path: ["dueDay"],
  error: "Due date must be after the start date",
});
export type PlanActionInput = z.output<typeof planActionSchema>;

const update = aForm({
  actionId: anId(),
  percent: aWholeNumber({ name: "Percent done", min: 0, max: 100 }),
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

const aFigure = (name: string) => aText({ name, max: 100 });

export const measureSchema = aForm({
  actionId: anId(),
  name: aText({ name: "Measure", enter: "Enter what is measured", max: 200 }),
  type: aChoice(measureTypeLabels, "Select the type of measure"),
  unit: aText({ name: "Unit", enter: "Enter the unit", max: 50 }),
  baseline: aFigure("Baseline"),
  target: aFigure("Target"),
  actual: anOptionalText({ name: "Actual", max: 100 }),
  period: aText({ name: "Period", enter: "Enter the period", max: 100 }),
  source: aText({ name: "Source", enter: "Enter where the figure comes from", max: 300 }),
});
export type MeasureInput = z.output<typeof measureSchema>;
