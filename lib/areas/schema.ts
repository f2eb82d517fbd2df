import { z } from "zod";

import { areaDoneLabels, postKinds, priorityLabels } from "@/lib/areas/labels";
import { aDay } from "@/lib/dates";
import { aChoice, aForm, anId, aText, aVersion } from "@/lib/schema";

export const recordPrioritySchema = aForm({
  yearDay: z
    .string({ error: "Select the year" })
    .regex(/^\d{4}-04-01$/, { error: "Select the year" }),
  status: aChoice(priorityLabels, "Select what the area is"),
  source: aText({ name: "Source", enter: "Enter where this is from", min: 5, max: 300 }),
});
export type RecordPriority = z.output<typeof recordPrioritySchema>;

const contact = aText({
  name: "Work contact",
  enter: "Enter an email address or telephone number at work",
  max: 200,
});

export const addAreaPostSchema = aForm({
  kind: aChoice(postKinds, "Select whether this is a lead or a team"),
  name: aText({ name: "Name", max: 150 }),
  about: aText({
    name: "Post or purpose",
    enter: "Enter the post of the lead, or what the team is for",
    max: 500,
  }),
  contact,
  fromDay: aDay({ name: "First day", past: true }),
});
export type AddAreaPost = z.output<typeof addAreaPostSchema>;

export const changeAreaContactSchema = aForm({
  postId: anId(),
  version: aVersion(),
  contact,
});
export type ChangeAreaContact = z.output<typeof changeAreaContactSchema>;

export const endAreaPostSchema = aForm({
  postId: anId(),
  untilDay: aDay({ name: "Last day", past: true }),
  reasons: aText({ name: "Reason", enter: "Enter why it ends", min: 5, max: 500 }),
});
export type EndAreaPost = z.output<typeof endAreaPostSchema>;

const areaAddress = z.object({
  area: z.uuid().optional().catch(undefined),
  done: z
    .enum(Object.keys(areaDoneLabels) as (keyof typeof areaDoneLabels)[])
    .optional()
    .catch(undefined),
});
export const readAreaAddress = (query: object) => areaAddress.parse(query);
