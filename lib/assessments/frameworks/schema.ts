import { z } from "zod";

import {
  aForm,
  anId,
  anOptionalText,
  anOptionalTick,
  aText,
  aTick,
  aVersion,
  aWholeNumber,
} from "@/lib/schema";

const name = aText({ name: "Name", enter: "Enter the name", max: 200 });
const guidance = anOptionalText({ name: "Guidance", max: 2000 });
const position = aWholeNumber({ name: "Position", min: 1, max: 200 });

export const startFrameworkSchema = aForm({
  name,
  fromId: z.union([anId(), z.literal("")], { error: "Select what to begin with" }),
});
export type StartFramework = z.output<typeof startFrameworkSchema>;

/** The next version of a framework of one's own, begun with everything the last one says. */
export const nextVersionSchema = aForm({ frameworkId: anId() });
export type NextVersion = z.output<typeof nextVersionSchema>;

export const renameFrameworkSchema = aForm({ frameworkId: anId(), name });
export type RenameFramework = z.output<typeof renameFrameworkSchema>;

export const addSectionSchema = aForm({ frameworkId: anId(), name, guidance });
export type AddSection = z.output<typeof addSectionSchema>;

export const changeSectionSchema = aForm({
  sectionId: anId(),
  version: aVersion(),
  name,
  guidance,
  position,
});
export type ChangeSection = z.output<typeof changeSectionSchema>;

const question = {
  name: aText({ name: "Question", enter: "Enter what is asked", max: 300 }),
  guidance,
  evidence: anOptionalText({ name: "Evidence", max: 1000 }),
  partlyNeedsEvidence: anOptionalTick("Evidence for partly present"),
  isHealth: anOptionalTick("Mental health or neurodiversity"),
};

export const addFactorSchema = aForm({ sectionId: anId(), ...question });
export type AddFactor = z.output<typeof addFactorSchema>;

export const changeFactorSchema = aForm({
  factorId: anId(),
  version: aVersion(),
  sectionId: anId("Select the section"),
  ...question,
  position,
});
export type ChangeFactor = z.output<typeof changeFactorSchema>;

/** A section or a question, and the place it takes among its neighbours. */
export const movePartSchema = aForm({ partId: anId(), to: position });
export type MovePart = z.output<typeof movePartSchema>;

export const removePartSchema = aForm({
  partId: anId(),
  isSure: aTick("Tick the box to remove it"),
});
export type RemovePart = z.output<typeof removePartSchema>;

export const publishFrameworkSchema = aForm({
  frameworkId: anId(),
  isChecked: aTick("Confirm that you have looked at it as an assessor sees it"),
});
export type PublishFramework = z.output<typeof publishFrameworkSchema>;

export const retireFrameworkSchema = aForm({
  frameworkId: anId(),
  isSure: aTick("Confirm that no new assessment is to use it"),
});
export type RetireFramework = z.output<typeof retireFrameworkSchema>;
