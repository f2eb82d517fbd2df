import { z } from "zod";

import { aDay, aTime } from "@/lib/dates";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalId,
  anOptionalLink,
  anOptionalText,
  anOptionalWholeNumber,
  aText,
  aVersion,
  aWholeNumber,
  aYesNo,
  someChoices,
} from "@/lib/schema";
import {
  audienceLabels,
  courseKinds,
  organisationKinds,
  sessionStates,
} from "@/lib/training/labels";
import { aTextAboutNobody } from "@/lib/words/schema";

const aTarget = { name: "Target", min: 1, max: 100 };
/** Which row was opened, and as which version: neither for a new one. */
const version = anOptionalWholeNumber({ name: "Version", min: 0, max: 1_000_000 });

export const saveGroupSchema = aForm({
  ...{ groupId: anOptionalId(), version },
  name: aText({ name: "Name", enter: "Enter what the group is called", max: 100 }),
  who: aTextAboutNobody({ name: "Who it is", enter: "Enter who belongs to the group", max: 500 }),
  foundIn: someChoices(organisationKinds, "Select at least one kind of organisation", { min: 1 }),
});
export type SaveGroup = z.output<typeof saveGroupSchema>;

export const saveCourseSchema = aForm({
  ...{ courseId: anOptionalId(), version },
  name: aText({ name: "Name", enter: "Enter what the course is called", max: 150 }),
  kind: aChoice(courseKinds, "Select what kind of course it is"),
  level: aWholeNumber({ name: "Level", min: 1, max: 5 }),
  refreshMonths: anOptionalWholeNumber({ name: "Months", min: 1, max: 120 }),
  about: aTextAboutNobody({ name: "What it covers", enter: "Enter what it covers", max: 1000 }),
});
export type SaveCourse = z.output<typeof saveCourseSchema>;

export const addRequirementSchema = aForm({
  roleGroupId: anId("Select who needs it"),
  courseId: anId("Select what they need"),
  target: anOptionalWholeNumber(aTarget),
  actionId: anOptionalId("Select the action"),
});
export type AddRequirement = z.output<typeof addRequirementSchema>;

export const editRequirementSchema = aForm({
  requirementId: anId(),
  version: aVersion(),
  target: anOptionalWholeNumber(aTarget),
  actionId: anOptionalId("Select the action"),
  isNeeded: aYesNo("Select whether the group still needs it"),
});
export type EditRequirement = z.output<typeof editRequirementSchema>;

const most = 100_000;

export const declareTrainingSchema = aForm({
  requirementId: anId(),
  organisationId: anId("Select the organisation"),
  asAtDay: aDay({ name: "Day the figures are of", past: true }),
  inScope: aWholeNumber({ name: "How many people need it", min: 0, max: most }),
  trained: aWholeNumber({ name: "How many are trained and in date", min: 0, max: most }),
  evidence: aTextAboutNobody({
    ...{ name: "Evidence", enter: "Enter what the figures rest on, or a link to it" },
    ...{ min: 10, max: 1000 },
  }),
}).refine(({ inScope, trained }) => !(trained > inScope), {
  ...always,
  path: ["trained"],
  error: "How many are trained must not be more than how many need it",
});
export type DeclareTraining = z.output<typeof declareTrainingSchema>;

export const saveSessionSchema = aForm({
  ...{ sessionId: anOptionalId(), version },
  courseId: anId("Select the course"),
  title: aTextAboutNobody({ name: "Title", enter: "Enter a title", max: 150 }),
  heldDay: aDay({ name: "Day" }),
  starts: aTime({ name: "Start" }),
  venue: aText({ name: "Venue", enter: "Enter where it is held", max: 200 }),
  hostOrganisationId: anId("Select who hosts it"),
  capacity: aWholeNumber({ name: "Capacity", min: 1, max: 10_000 }),
  trainers: aText({ name: "Trainers", enter: "Enter who gives it, by post or body", max: 200 }),
  audience: aChoice(audienceLabels, "Select whom it is for"),
  status: aChoice(sessionStates, "Select whether it is planned, held or cancelled"),
});
export type SaveSession = z.output<typeof saveSessionSchema>;

export const recordAttendanceSchema = aForm({
  sessionId: anId(),
  organisationId: anId("Select the organisation"),
  roleGroupId: anId("Select the role group"),
  attended: aWholeNumber({ name: "How many came", min: 0, max: 10_000 }),
});
export type RecordAttendance = z.output<typeof recordAttendanceSchema>;

export const addMaterialSchema = aForm({
  sessionId: anId(),
  title: aText({ name: "Title", enter: "Enter the title of the material", max: 200 }),
  link: anOptionalLink(),
  bodyText: anOptionalText({ name: "Text", max: 20_000 }),
}).refine((material) => !!material.link !== !!material.bodyText, {
  ...always,
  path: ["bodyText"],
  error: "Enter either a link or the text of the material",
});
export type AddMaterial = z.output<typeof addMaterialSchema>;

export const withdrawMaterialSchema = aForm({
  materialId: anId(),
  reason: aTextAboutNobody({
    name: "Reason",
    enter: "Enter why it is taken back",
    min: 10,
    max: 500,
  }),
});
export type WithdrawMaterial = z.output<typeof withdrawMaterialSchema>;

export const setTrainingSchema = aForm({
  target: aWholeNumber({ name: "Target", min: 1, max: 100 }),
  staleMonths: aWholeNumber({ name: "Months", min: 1, max: 60 }),
});
export type SetTraining = z.output<typeof setTrainingSchema>;

const address = z.object({
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
  organisation: z.uuid().optional().catch(undefined),
});

/** What the address of a page of the register may ask for. Anything else in it asks for nothing. */
export const readTrainingAddress = (query: object) => address.parse(query);
