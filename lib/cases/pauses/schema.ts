import type { z } from "zod";

import { pauseReasons } from "@/lib/cases/labels";
import { aDay } from "@/lib/dates";
import { aChoice, aForm, anId, aVersion } from "@/lib/schema";

/** A code and a day, and no field to write in (T28, IS-24). */
export const pauseCaseSchema = aForm({
  caseId: anId(),
  version: aVersion(),
  reason: aChoice(pauseReasons, "Select why the case is paused"),
  reviewOn: aDay({ name: "Review date", future: "not today" }),
});
export type PauseCase = z.output<typeof pauseCaseSchema>;

export const resumeCaseSchema = aForm({ caseId: anId() });
export type ResumeCase = z.output<typeof resumeCaseSchema>;
