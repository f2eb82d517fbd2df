import type { z } from "zod";

import { aDay } from "@/lib/dates";
import { aChoice, aForm, anId, aText, aVersion } from "@/lib/schema";
import { onwardStates } from "@/lib/signposts/labels";

const { waiting: _, ...answers } = onwardStates;
export const onwardAnswers = answers;

export const answerOnwardSchema = aForm({
  onwardId: anId(),
  version: aVersion(),
  state: aChoice(onwardAnswers, "Select whether the service has taken the person on"),
  answeredOn: aDay({ name: "Date of the answer", past: true }),
  answer: aText({
    name: "What the service said",
    enter: "Enter what the service said, or what happens instead",
    max: 1000,
  }),
});
export type AnswerOnward = z.output<typeof answerOnwardSchema>;

export const chaseOnwardSchema = aForm({ onwardId: anId(), version: aVersion() });
export type ChaseOnward = z.output<typeof chaseOnwardSchema>;
