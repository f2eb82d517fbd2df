import type { z } from "zod";

import { markingLabels } from "@/lib/cases/labels";
import { audienceLabels } from "@/lib/information/labels";
import { namesSomebody, whoIsNamed } from "@/lib/information/schema";
import { aChoice, aForm, anId, aText, someIds } from "@/lib/schema";

export const addDocumentSchema = aForm({
  caseId: anId(),
  title: aText({ name: "Title", enter: "Enter what the document is", max: 200 }),
  marking: aChoice(markingLabels, "Select how it is marked"),
  audience: aChoice(audienceLabels, "Select who needs to see this"),
  namedOrganisationIds: someIds("Select the organisations who need to see this"),
}).refine(namesSomebody, whoIsNamed);
export type AddDocument = z.output<typeof addDocumentSchema>;

export const removeVersionSchema = aForm({
  versionId: anId(),
  reasons: aText({ name: "Reasons", enter: "Enter why it is removed", min: 10, max: 2000 }),
});
export type RemoveVersion = z.output<typeof removeVersionSchema>;
