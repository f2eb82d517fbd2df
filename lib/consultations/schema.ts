import { z } from "zod";

import { stanceLabels } from "@/lib/consultations/labels";
import { aDay } from "@/lib/dates";
import { aChoice, aForm, always, anId, anOptionalText, aText, aVersion } from "@/lib/schema";

const details = {
  title: aText({ name: "Title", enter: "Enter the title of the consultation", max: 200 }),
  askedBy: aText({ name: "Body", enter: "Enter which body asks", max: 150 }),
  about: aText({ name: "What it is about", enter: "Enter what it is about", max: 2000 }),
  regionalBody: anOptionalText({ name: "Regional body", max: 150 }),
  contributeBy: aDay({ name: "Date for contributions" }),
  closesDay: aDay({ name: "Date it closes" }),
};

type Days = { contributeBy?: string | undefined; closesDay?: string | undefined };

export const addConsultationSchema = aForm(details).refine(
  ({ contributeBy, closesDay }: Days) => !contributeBy || !closesDay || contributeBy <= closesDay,
  {
    ...always,
    path: ["contributeBy"],
    error: "Date for contributions must not be after the consultation closes",
  },
);
export type AddConsultation = z.output<typeof addConsultationSchema>;

export const addQuestionSchema = aForm({
  consultationId: anId(),
  text: aText({ name: "Question", enter: "Enter the question as it is asked", max: 2000 }),
});
export type AddQuestion = z.output<typeof addQuestionSchema>;

export const askContributorSchema = aForm({
  consultationId: anId(),
  hatId: anId("Select who is asked"),
});
export type AskContributor = z.output<typeof askContributorSchema>;

export const remindContributorsSchema = aForm({ consultationId: anId() });
export type RemindContributors = z.output<typeof remindContributorsSchema>;

export const answerQuestionSchema = aForm({
  questionId: anId(),
  body: aText({ name: "Contribution", enter: "Enter your contribution", max: 10_000 }),
});
export type AnswerQuestion = z.output<typeof answerQuestionSchema>;

export const draftAnswerSchema = aForm({
  questionId: anId(),
  version: aVersion(),
  stance: aChoice(stanceLabels, "Select whose answer it is"),
  draft: z
    .string({ error: "Enter the answer" })
    .trim()
    .max(20_000, "Answer must be 20,000 characters or fewer"),
});
export type DraftAnswer = z.output<typeof draftAnswerSchema>;

export const signOffSchema = aForm({
  consultationId: anId(),
  version: aVersion(),
  signedBy: aText({ name: "Body or post", enter: "Enter who signed the response off", max: 150 }),
  signedDay: aDay({ name: "Date it was signed off", past: true }),
});
export type SignOff = z.output<typeof signOffSchema>;

export const submitResponseSchema = aForm({
  consultationId: anId(),
  version: aVersion(),
  submittedDay: aDay({ name: "Date it was submitted", past: true }),
  receipt: aText({ name: "Receipt", enter: "Enter the reference of the receipt", max: 150 }),
});
export type SubmitResponse = z.output<typeof submitResponseSchema>;
