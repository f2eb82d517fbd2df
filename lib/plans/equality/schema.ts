import { z } from "zod";

import { aDay } from "@/lib/dates";
import { characteristicLabels, equalityDoneLabels } from "@/lib/plans/equality/labels";
import { aForm, anId, aText, aVersion, someChoices } from "@/lib/schema";

const anAnswer = (name: string, enter: string) => aText({ name, enter, min: 20, max: 4000 });

export const saveEqualitySchema = aForm({
  planId: anId(),
  version: aVersion(),
  proposal: anAnswer("What is proposed", "Enter what is proposed"),
  affected: someChoices(characteristicLabels, "Select the characteristics that it bears on"),
  whoAffected: anAnswer("Who is affected", "Enter who is affected, and how you know"),
  evidence: anAnswer("Evidence", "Enter the evidence that you looked at"),
  effect: anAnswer("The effect", "Enter what the effect is, good or bad"),
  mitigation: anAnswer("What is done about it", "Enter what is done about it"),
  cohesion: anAnswer(
    "The effect on relations between communities",
    "Enter the effect on relations between communities",
  ),
});
export type SaveEquality = z.output<typeof saveEqualitySchema>;

export const signEqualitySchema = aForm({
  planId: anId(),
  version: aVersion(),
  signedBy: aText({
    name: "Who signed it off",
    enter: "Enter the post of whoever signed it off",
    max: 200,
  }),
  signedDay: aDay({ name: "Day it was signed off", past: true }),
});
export type SignEquality = z.output<typeof signEqualitySchema>;

const address = z.object({
  plan: z.uuid().optional().catch(undefined),
  done: z
    .enum(Object.keys(equalityDoneLabels) as (keyof typeof equalityDoneLabels)[])
    .optional()
    .catch(undefined),
});
export const readEqualityAddress = (query: object): z.output<typeof address> =>
  address.parse(query);
