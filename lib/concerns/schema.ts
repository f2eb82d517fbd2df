import { z } from "zod";

import { closeReasonLabels } from "@/lib/concerns/labels";
import { aDay } from "@/lib/dates";
import { howKnownLabels } from "@/lib/referrals/labels";
import { aChoice, aForm, anId, anOptionalText, aText, aVersion } from "@/lib/schema";

export const noticeConcernSchema = aForm({
  about: aText({
    name: "Who it is about",
    enter: "Enter who it is about, or that you do not know",
    max: 200,
  }),
  noticed: aText({
    name: "What you saw or heard",
    enter: "Enter what you saw or heard",
    min: 20,
    max: 10_000,
  }),
  noticedOn: aDay({ name: "Date you saw or heard it", past: true }),
  howKnown: aChoice(howKnownLabels, "Select how you know"),
});
export type NoticeConcern = z.output<typeof noticeConcernSchema>;

export const addCheckNoteSchema = aForm({
  concernId: anId(),
  spokenTo: aText({
    name: "Who you spoke to",
    enter: "Enter who you spoke to",
    max: 500,
  }),
  whatTheySaid: aText({ name: "What they said", enter: "Enter what they said", max: 4000 }),
  otherExplanation: aText({
    name: "What else could explain it",
    enter: "Enter what else could explain it",
    min: 20,
    max: 4000,
  }),
});
export type AddCheckNote = z.output<typeof addCheckNoteSchema>;

// The same field for both, so that neither way is the easy one.
const decision = aForm({
  concernId: anId(),
  version: aVersion(),
  reasons: aText({
    name: "Reasons",
    enter: "Enter the reasons for your decision",
    min: 50,
    max: 4000,
  }),
});

export const decideConcernSchema = z.discriminatedUnion(
  "outcome",
  [
    decision.extend({
      outcome: z.literal("share"),
      // Without script the question that hangs from closing is there too, and is passed over.
      closeReason: anOptionalText({ name: "Reason for closing", max: 40 }),
    }),
    decision.extend({
      outcome: z.literal("close"),
      closeReason: aChoice(closeReasonLabels, "Select why this is being closed"),
    }),
  ],
  "Select whether to share this or to close it",
);
export type DecideConcern = z.output<typeof decideConcernSchema>;
