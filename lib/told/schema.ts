import type { z } from "zod";

import { aDay } from "@/lib/dates";
import { notToldReasonLabels } from "@/lib/referrals/labels";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalChoice,
  anOptionalText,
  aText,
  aVersion,
} from "@/lib/schema";
import { tellingMethods, tellingStages, toldWhom, untoldOutcomes } from "./labels";

/** TR-02: told, when, by whom and how; or not told, for a reason that the law knows, and in words. */
export const recordTellingSchema = aForm({
  caseId: anId(),
  version: aVersion(),
  stage: aChoice(tellingStages, "Select what this is about"),
  isTold: aChoice({ yes: "Yes", no: "No" }, "Select whether they have been told"),
  onDay: aDay({ name: "Date", past: true }),
  toldWhom: anOptionalChoice(toldWhom, "Select who was told"),
  toldBy: anOptionalText({ name: "Who told them", max: 200 }),
  method: anOptionalChoice(tellingMethods, "Select how they were told"),
  exemption: anOptionalChoice(notToldReasonLabels, "Select why they have not been told"),
  reasons: anOptionalText({ name: "Reasons", max: 2000 }),
})
  .refine(({ isTold, toldWhom: whom }) => isTold !== "yes" || Boolean(whom), {
    error: "Select who was told",
    path: ["toldWhom"],
    ...always,
  })
  .refine(({ isTold, toldBy }) => isTold !== "yes" || Boolean(toldBy), {
    error: "Enter who told them",
    path: ["toldBy"],
    ...always,
  })
  .refine(({ isTold, method }) => isTold !== "yes" || Boolean(method), {
    error: "Select how they were told",
    path: ["method"],
    ...always,
  })
  .refine(({ isTold, exemption }) => isTold !== "no" || Boolean(exemption), {
    error: "Select why they have not been told",
    path: ["exemption"],
    ...always,
  })
  .refine(({ isTold, reasons }) => isTold !== "no" || Boolean(reasons), {
    error: "Enter why that holds for this person",
    path: ["reasons"],
    ...always,
  });
export type RecordTelling = z.output<typeof recordTellingSchema>;

const { told: _, ...decisions } = untoldOutcomes;
export const untoldDecisions = decisions;

/** TR-03: information governance asks the coordinator, or finds that the reason still holds, and says until when. */
export const settleUntoldSchema = aForm({
  taskId: anId(),
  version: aVersion(),
  outcome: aChoice(untoldDecisions, "Select what you have decided"),
  reasons: aText({ name: "Reasons", enter: "Enter the reasons", min: 20, max: 2000 }),
  lookAgainOn: aDay({ name: "Date to look again", future: "not today" }),
});
export type SettleUntold = z.output<typeof settleUntoldSchema>;
