import { z } from "zod";

import { aDay } from "@/lib/dates";
import { aForm, anId, anOptionalText, aText, aVersion } from "@/lib/schema";

const step = {
  title: aText({ name: "Milestone", enter: "Enter what will have been reached", max: 300 }),
  dueDay: aDay({ name: "Date of the milestone" }),
};

export const addMilestoneSchema = aForm({ actionId: anId(), ...step });
export type AddMilestone = z.output<typeof addMilestoneSchema>;

const reason = (enter: string) => aText({ name: "Reason", enter, min: 20, max: 1000 });
const edit = aForm({ milestoneId: anId(), version: aVersion(), ...step });

/** Saying that it was dropped asks for a reason; so does moving its day on, which the rules know. */
export const editMilestoneSchema = z.discriminatedUnion(
  "state",
  [
    edit.extend({
      state: z.literal("waiting"),
      reason: anOptionalText({ name: "Reason", max: 1000 }),
    }),
    edit.extend({
      state: z.literal("met"),
      metDay: aDay({ name: "Date it was met", past: true }),
      reason: anOptionalText({ name: "Reason", max: 1000 }),
    }),
    edit.extend({
      state: z.literal("dropped"),
      reason: reason("Enter why the milestone was dropped"),
    }),
  ],
  "Select how the milestone stands",
);
export type EditMilestone = z.output<typeof editMilestoneSchema>;
