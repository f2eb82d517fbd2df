import type { z } from "zod";

import { aDay } from "@/lib/dates";
import { benchmarkLabels } from "@/lib/plans/labels";
import { aForm, anId, anOptionalChoice, aText, aVersion } from "@/lib/schema";

const details = {
  title: aText({ name: "Evidence", enter: "Enter what shows it", max: 300 }),
  place: aText({ name: "Where it is kept", enter: "Enter where it is kept", max: 300 }),
  datedDay: aDay({ name: "Date of the evidence", past: true }),
  benchmark: anOptionalChoice(benchmarkLabels, "Select the part of the toolkit"),
};

export const addEvidenceSchema = aForm({ actionId: anId(), ...details });
export type AddEvidence = z.output<typeof addEvidenceSchema>;

export const editEvidenceSchema = aForm({ evidenceId: anId(), version: aVersion(), ...details });
export type EditEvidence = z.output<typeof editEvidenceSchema>;
