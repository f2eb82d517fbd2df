import type { z } from "zod";

import { aChoice, aForm, anId, anOptionalText, aText, aWholeNumber, someIds } from "@/lib/schema";
import { directions } from "./labels";

/** What is due, for the coordinator to put on the agenda. */
export const acceptDueSchema = aForm({
  meetingId: anId(),
  caseIds: someIds("Select the cases to put on the agenda", { min: 1 }),
});
export type AcceptDue = z.output<typeof acceptDueSchema>;

const reason = aText({ name: "Reason", enter: "Enter why it is left off this meeting", max: 500 });

export const leaveOffSchema = aForm({ meetingId: anId(), caseId: anId(), reason });
export type LeaveOff = z.output<typeof leaveOffSchema>;

export const takeOffSchema = aForm({ itemId: anId(), reason });
export type TakeOff = z.output<typeof takeOffSchema>;

/** One place up or down, among the items under the same heading. */
export const moveItemSchema = aForm({
  itemId: anId(),
  direction: aChoice(directions, "Select up or down"),
});
export type MoveItem = z.output<typeof moveItemSchema>;

/** When an item is taken, for how long, and who has to be there for it. */
export const slotSchema = aForm({
  itemId: anId(),
  place: aWholeNumber({ name: "Place under its heading", min: 1, max: 200 }),
  minutes: aWholeNumber({ name: "Minutes", min: 1, max: 240 }),
  residentForce: anOptionalText({ name: "Police force where the person lives", max: 200 }), // P-03
});
export type Slot = z.output<typeof slotSchema>;
