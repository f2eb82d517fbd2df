import { z } from "zod";

import { aDay } from "@/lib/dates";
import {
  audienceLabels,
  corroborationLabels,
  itemKindLabels,
  lawfulBasisLabels,
  reliabilityLabels,
} from "@/lib/information/labels";
import { aChoice, aForm, always, anId, aText, someIds } from "@/lib/schema";

const lawfulBasis = aChoice(lawfulBasisLabels, "Select the lawful basis for sharing"); // IS-02

/** What every item says of itself before it is kept (IS-06, IS-09). */
const item = {
  kind: aChoice(itemKindLabels, "Select whether this is a fact, an allegation or an opinion"),
  text: aText({ name: "What is shared", enter: "Enter what you are sharing", max: 10_000 }),
  source: aText({ name: "Source", enter: "Enter where this comes from", max: 500 }),
  asOf: aDay({ name: "Date of the information", past: true }),
  reliability: aChoice(reliabilityLabels, "Select how reliable the source is"),
  corroboration: aChoice(corroborationLabels, "Select whether another source supports this"),
  necessity: aText({ name: "Why it is needed", enter: "Explain why this is needed", max: 2000 }),
  audience: aChoice(audienceLabels, "Select who needs to see this"),
  namedOrganisationIds: someIds("Select the organisations who need to see this"),
  lawfulBasis,
};

type Reach = { audience: string; namedOrganisationIds: string[] };

/** An audience of named organisations names one at least. */
export const namesSomebody = ({ audience, namedOrganisationIds }: Reach) =>
  audience !== "named_organisations" || namedOrganisationIds?.length > 0;

export const whoIsNamed = {
  ...always,
  path: ["namedOrganisationIds"],
  error: "Select at least one organisation who needs to see this",
};

export const recordItemSchema = aForm({
  caseId: anId(),
  suppliedById: anId("Select the organisation that supplied this"), // IS-11
  ...item,
}).refine(namesSomebody, whoIsNamed);
export type RecordItem = z.output<typeof recordItemSchema>;

/** IS-10: finding something untrue, or true, is a decision with reasons. */
export const changeCorroborationSchema = aForm({
  itemId: anId(),
  corroboration: aChoice(corroborationLabels, "Select what has been found"),
  reasons: aText({
    name: "Reasons",
    enter: "Enter how this was found out",
    min: 20,
    max: 2000,
  }),
});
export type ChangeCorroboration = z.output<typeof changeCorroborationSchema>;

export const askForInformationSchema = aForm({
  caseId: anId(),
  organisationIds: someIds("Select at least one organisation to ask", { min: 1 }),
  question: aText({
    name: "Question",
    enter: "Enter what you need to know, and why",
    min: 20,
    max: 4000,
  }),
  lawfulBasis,
  dueDay: aDay({ name: "Date to answer by", future: true }),
});
export type AskForInformation = z.output<typeof askForInformationSchema>;

const answer = aForm({ requestId: anId() });

/** Each kind of answer brings what makes it one. Deciding not to share is kept too (IS-08). */
export const answerRequestSchema = z.discriminatedUnion(
  "answer",
  [
    answer.extend({ answer: z.literal("answered"), ...item }).refine(namesSomebody, whoIsNamed),
    answer
      .extend({
        answer: z.literal("part"),
        ...item,
        stillMissing: aText({
          name: "What is missing",
          enter: "Enter what is missing, and when it will follow",
          max: 2000,
        }),
      })
      .refine(namesSomebody, whoIsNamed),
    answer.extend({
      answer: z.literal("nil"),
      searched: aText({ name: "Where you looked", enter: "Enter where you looked", max: 2000 }),
    }),
    answer.extend({
      answer: z.literal("declined"),
      reasons: aText({
        name: "Reasons",
        enter: "Enter why you have decided not to share",
        min: 20,
        max: 2000,
      }),
    }),
  ],
  "Select how you are answering",
);
export type AnswerRequest = z.output<typeof answerRequestSchema>;

export const chaseRequestSchema = aForm({ requestId: anId() });
export type ChaseRequest = z.output<typeof chaseRequestSchema>;

export const cancelRequestSchema = aForm({ requestId: anId() });
export type CancelRequest = z.output<typeof cancelRequestSchema>;
