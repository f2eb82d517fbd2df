import type { z } from "zod";
import { needCertaintyLabels, needKinds, needLabels } from "@/lib/cases/needs/labels";
import { aDay } from "@/lib/dates";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalChoice,
  aText,
  aVersion,
  aYesNo,
} from "@/lib/schema";

const said = {
  need: anOptionalChoice(needLabels, "Select which need"),
  certainty: aChoice(needCertaintyLabels, "Select whether this is known or suspected"),
  words: aText({ name: "What is known", enter: "Enter what is known", min: 10, max: 4000 }),
  source: aText({ name: "Source", enter: "Enter who says so, or where it is written", max: 500 }),
  asOf: aDay({ name: "Date it was said or seen", past: true }),
};

export const addNeedSchema = aForm({
  caseId: anId(),
  kind: aChoice(needKinds, "Select what you are adding"),
  ...said,
}).refine(({ kind, need }) => kind !== "need" || need !== null, {
  ...always,
  path: ["need"],
  error: "Select which need",
});
export type AddNeed = z.output<typeof addNeedSchema>;

export const changeNeedSchema = aForm({
  entryId: anId(),
  version: aVersion(),
  ...said,
  stands: aYesNo("Select whether this still stands"),
  reasons: aText({ name: "Reasons", enter: "Enter why this changes", min: 10, max: 2000 }),
});
export type ChangeNeed = z.output<typeof changeNeedSchema>;
