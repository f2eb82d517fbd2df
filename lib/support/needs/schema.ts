import type { z } from "zod";

import { aForm, anId, aText, aVersion } from "@/lib/schema";

/** What the person needs, what the plan is to reach by it, and how that will be known. */
export const addNeedSchema = aForm({
  caseId: anId(),
  need: aText({ name: "Need", enter: "Enter what the person needs", max: 1000 }),
  objective: aText({ name: "Objective", enter: "Enter what the plan is to reach", max: 1000 }),
  measure: aText({ name: "Measure", enter: "Enter how we will know that it is reached", max: 500 }),
});
export type AddNeed = z.output<typeof addNeedSchema>;

export const endNeedSchema = aForm({ needId: anId(), version: aVersion() });
export type EndNeed = z.output<typeof endNeedSchema>;
