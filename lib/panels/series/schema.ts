import type { z } from "zod";

import { aDay, addMonths, aTime, type Day } from "@/lib/dates";
import { aChoice, aForm, always, anId, aText, aVersion, aWholeNumber, someIds } from "@/lib/schema";
import { meetingSchema } from "../schema";
import { seriesPatterns } from "./labels";

const { title, startsAt, place, link, lastsMinutes, memberHatIds } = meetingSchema.shape;

const year = 12;

type Ends = { firstOn: unknown; untilOn: unknown };
/** Whether the two ends of a series agree, once both are days. */
const fits =
  (rule: (first: Day, last: Day) => boolean) =>
  ({ firstOn, untilOn }: Ends) => {
    const ends = [firstOn, untilOn];
    const [first, last] = ends.filter((end) => typeof end === "string" && /^\d{4}-/.test(end));
    return !first || !last || rule(first as Day, last as Day);
  };

/** Meetings at regular times, for up to a year ahead (TL-05). */
export const seriesSchema = aForm({
  title,
  pattern: aChoice(seriesPatterns, "Select how often the panel meets"),
  firstOn: aDay({ name: "Date of the first meeting", future: true }),
  untilOn: aDay({ name: "Date of the last meeting", future: true }),
  ...{ startsAt, lastsMinutes, place, link, memberHatIds },
})
  .refine(
    fits((first, last) => last >= first),
    {
      error: "Date of the last meeting must be the same as or after the first",
      path: ["untilOn"],
      ...always,
    },
  )
  .refine(
    fits((first, last) => last <= addMonths(first, year)),
    {
      error: "Date of the last meeting must be within a year of the first",
      path: ["untilOn"],
      ...always,
    },
  );
export type Series = z.output<typeof seriesSchema>;

/** One meeting, moved or changed by itself: what the series says of the others stays. */
export const changeMeetingSchema = aForm({
  meetingId: anId(),
  version: aVersion(),
  title,
  heldOn: aDay({ name: "Date of the meeting", future: true }),
  startsAt: aTime({ name: "Start time" }),
  lastsMinutes: aWholeNumber({ name: "Minutes", min: 15, max: 720 }),
  ...{ place, link },
});
export type ChangeMeeting = z.output<typeof changeMeetingSchema>;

export const cancelMeetingSchema = aForm({
  meetingId: anId(),
  version: aVersion(),
  reason: aText({ name: "Reason", enter: "Enter why the meeting is cancelled", max: 500 }),
});
export type CancelMeeting = z.output<typeof cancelMeetingSchema>;

/** More people for a meeting that has been called. */
export const inviteMembersSchema = aForm({
  meetingId: anId(),
  memberHatIds: someIds("Select who to invite", { min: 1 }),
});
export type InviteMembers = z.output<typeof inviteMembersSchema>;
