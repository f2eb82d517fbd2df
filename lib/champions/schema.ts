import { z } from "zod";

import {
  championDoneLabels,
  championKinds,
  sectorLabels,
  standingLabels,
} from "@/lib/champions/labels";
import { aDay } from "@/lib/dates";
import { aChoice, aForm, always, anId, anOptionalText, aText, aVersion } from "@/lib/schema";

const who = {
  kind: aChoice(championKinds, "Select what they do"),
  name: aText({ name: "Name", max: 120 }),
  post: aText({ name: "Post", enter: "Enter their post", max: 150 }),
  contact: aText({
    name: "Work contact",
    enter: "Enter an email address or telephone number at work",
    max: 200,
  }),
  expiresDay: aDay({ name: "Date it runs out", future: "not today" }),
  course: anOptionalText({ name: "Course", max: 150 }),
  trainedUntilDay: aDay({ name: "Date the training lasts until", optional: true }),
};

type Training = { course?: unknown; trainedUntilDay?: unknown };
const hasCourse = ({ course, trainedUntilDay }: Training) => !trainedUntilDay || !!course;
const ofCourse = { ...always, path: ["course"], error: "Enter which course it was" };

export const addChampionSchema = aForm({
  organisationId: anId("Select their organisation"),
  sector: aChoice(sectorLabels, "Select the sector"),
  appointedDay: aDay({ name: "Date they were appointed", past: true }),
  ...who,
}).refine(hasCourse, ofCourse);
export type AddChampion = z.output<typeof addChampionSchema>;

const ofChampion = { championId: anId(), version: aVersion() };

export const renewChampionSchema = aForm({ ...ofChampion, ...who }).refine(hasCourse, ofCourse);
export type RenewChampion = z.output<typeof renewChampionSchema>;

export const contactChampionSchema = aForm({
  ...ofChampion,
  contactDay: aDay({ name: "Date of the contact", past: true }),
});
export type ContactChampion = z.output<typeof contactChampionSchema>;

export const endChampionSchema = aForm({
  ...ofChampion,
  endedDay: aDay({ name: "Last day", past: true }),
  reasons: aText({ name: "Reason", enter: "Enter why they step down", min: 5, max: 500 }),
});
export type EndChampion = z.output<typeof endChampionSchema>;

const anAddressCode = <Code extends string>(labels: Record<Code, unknown>) =>
  z
    .enum(Object.keys(labels) as Code[])
    .optional()
    .catch(undefined);

const championAddress = z.object({
  sector: anAddressCode(sectorLabels),
  organisation: z.uuid().optional().catch(undefined),
  standing: anAddressCode(standingLabels),
  page: z.coerce.number().int().min(1).max(400).optional().catch(undefined),
  done: anAddressCode(championDoneLabels),
});
export type ChampionAddress = z.output<typeof championAddress>;
export const readChampionAddress = (query: object): ChampionAddress => championAddress.parse(query);
