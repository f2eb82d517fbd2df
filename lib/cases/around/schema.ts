import type { z } from "zod";

import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalText,
  anOptionalTick,
  aText,
  aVersion,
  aYesNo,
} from "@/lib/schema";
import { knowsLabels, relations, safetyLabels } from "./labels";

const known = {
  name: aText({ name: "Name", enter: "Enter their name", max: 200 }),
  relation: aChoice(relations, "Select who they are to the person"),
  organisation: anOptionalText({ name: "Organisation", max: 200 }),
  contact: anOptionalText({ name: "How to reach them", max: 500 }),
  safeToContact: aChoice(safetyLabels, "Select whether it is safe to contact them"),
  safetyNote: anOptionalText({ name: "What to mind", max: 1000 }),
  knows: aChoice(knowsLabels, "Select whether they know of the referral"),
  livesWith: anOptionalTick("Lives with the person"),
};

type Safety = { safeToContact: string; safetyNote: string | null };
const isExplained = ({ safeToContact, safetyNote }: Safety) =>
  !["with_care", "no"].includes(safeToContact) || !!safetyNote;
const explain = { ...always, path: ["safetyNote"], error: "Enter what to mind, or why not" };

export const addAroundSchema = aForm({ caseId: anId(), ...known }).refine(isExplained, explain);
export type AddAround = z.output<typeof addAroundSchema>;

export const changeAroundSchema = aForm({
  aroundId: anId(),
  version: aVersion(),
  ...known,
  stays: aYesNo("Select whether they stay on the case"),
}).refine(isExplained, explain);
export type ChangeAround = z.output<typeof changeAroundSchema>;
