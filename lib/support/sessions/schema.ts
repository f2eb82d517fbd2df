import type { z } from "zod";

import { aDay } from "@/lib/dates";
import { aChoice, aForm, anId, aText, aVersion, aYesNo } from "@/lib/schema";
import { missedReasons } from "./labels";

export const planSessionSchema = aForm({
  caseId: anId(),
  plannedOn: aDay({ name: "Date of the session" }),
  place: aText({ name: "Place", enter: "Enter where the session is", max: 200 }),
});
export type PlanSession = z.output<typeof planSessionSchema>;

/** What was done in a session. It is read by the coordinator and the chair, and by nobody else. */
export const holdSessionSchema = aForm({
  sessionId: anId(),
  version: aVersion(),
  content: aText({
    name: "What was done",
    enter: "Enter what was done in the session",
    max: 4000,
  }),
});
export type HoldSession = z.output<typeof holdSessionSchema>;

export const missSessionSchema = aForm({
  sessionId: anId(),
  version: aVersion(),
  missedBecause: aChoice(missedReasons, "Select why the session did not take place"),
});
export type MissSession = z.output<typeof missSessionSchema>;

/** A worry that came up in support. It goes to the coordinator and the chair at once. */
export const raiseConcernSchema = aForm({
  caseId: anId(),
  sessionId: anId().optional(),
  what: aText({
    name: "Concern",
    enter: "Enter what you saw or heard, in the words that were used",
    max: 4000,
  }),
  isAnyoneAtRisk: aYesNo("Select whether anybody is at risk of harm"),
});
export type RaiseConcern = z.output<typeof raiseConcernSchema>;

export const answerConcernSchema = aForm({
  concernId: anId(),
  version: aVersion(),
  answer: aText({
    name: "What was done",
    enter: "Enter what was done about it, or why nothing was needed",
    max: 2000,
  }),
});
export type AnswerConcern = z.output<typeof answerConcernSchema>;

export const endReportSchema = aForm({
  caseId: anId(),
  done: aText({ name: "What was done", enter: "Enter what was done", min: 20, max: 4000 }),
  changed: aText({ name: "What has changed", enter: "Enter what has changed", min: 20, max: 4000 }),
  remains: aText({ name: "What remains", enter: "Enter what remains to be done", max: 4000 }),
  suggested: aText({
    name: "What you suggest",
    enter: "Enter what you suggest the panel should do",
    max: 2000,
  }),
});
export type EndReport = z.output<typeof endReportSchema>;
