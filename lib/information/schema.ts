import { z } from "zod";

import { aDay } from "@/lib/dates";
import {
  audienceLabels,
  corroborationLabels,
  itemKindLabels,
  type LawfulBasis,
  lawfulBasisLabels,
  reliabilityLabels,
  templateStatuses,
} from "@/lib/information/labels";
import { aChoice, aForm, always, anId, aText, aVersion, aWholeNumber, someIds } from "@/lib/schema";

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

/** What organisations are asked as soon as a case begins: all of them the same (T06). */
export const firstAskFields = {
  organisationIds: someIds("Select at least one organisation to ask", { min: 1 }),
  question: aText({
    name: "Question",
    enter: "Enter what you need to know, and why",
    min: 20,
    max: 4000,
  }),
  lawfulBasis,
  dueDay: aDay({ name: "Date to answer by", future: true }),
};

const aQuestion = z
  .string({ error: "Enter what you need to know, and why" })
  .trim()
  .max(4000, "Question must be 4,000 characters or fewer")
  .refine((text) => text === "" || text.length >= 20, "Question must be 20 characters or more");

/** The field for a question of one's own: whom it is put to is in its name. */
export const ownField = (id: string) => `own-${id}`;
const ownFieldPattern = /^own-([0-9a-f-]{36})$/;

type Typed = { organisationIds: string[]; hatIds: string[]; question: string };

/** Whoever is asked, and the questions that are not the common one. */
const askedIn = ({ organisationIds, hatIds }: Typed) => [
  ...new Set([...(organisationIds ?? []), ...(hatIds ?? [])]),
];
const ownQuestions = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([field, text]) => {
      const id = ownFieldPattern.exec(field)?.[1];
      return id && typeof text === "string" && text.trim() ? [[id, text.trim()]] : [];
    }),
  );

/** Many are asked at once: each the common question, or one of its own. */
export const askForInformationSchema = aForm({
  caseId: anId(),
  organisationIds: someIds("Select at least one organisation to ask"),
  hatIds: someIds("Select who is asked by name"),
  question: aQuestion.default(""),
  lawfulBasis,
  dueDay: aDay({ name: "Date to answer by", future: true }),
})
  .catchall(aQuestion)
  .refine((typed) => Object.keys(typed).every((name) => isKnownField(name)), {
    ...always,
    path: ["form"],
    error: "This form has changed since it was opened. Reload the page and try again.",
  })
  .refine((typed) => askedIn(typed as Typed).length > 0, {
    ...always,
    path: ["organisationIds"],
    error: "Select at least one organisation to ask",
  })
  .refine(
    (typed) =>
      Object.keys(ownQuestions(typed as Typed)).every((id) => askedIn(typed as Typed).includes(id)),
    {
      ...always,
      path: ["organisationIds"],
      error:
        "Select every organisation that you have written a question for, or clear the question",
    },
  )
  .refine(
    (typed) => {
      const own = ownQuestions(typed as Typed);
      return !!typed.question || askedIn(typed as Typed).every((id) => own[id]);
    },
    { ...always, path: ["question"], error: "Enter what you need to know, and why" },
  )
  .transform(({ caseId, organisationIds, hatIds, question, ...typed }) => ({
    ...{ caseId, organisationIds, hatIds, question },
    lawfulBasis: typed.lawfulBasis as LawfulBasis,
    dueDay: typed.dueDay,
    own: ownQuestions({ organisationIds, hatIds, question, ...typed }),
  }));

const fields = ["caseId", "organisationIds", "hatIds", "question", "lawfulBasis", "dueDay"];
const isKnownField = (name: string) => fields.includes(name) || ownFieldPattern.test(name);

type Ask = z.output<typeof askForInformationSchema>;
/** Whoever asks all the same question, and nobody by name, need not say so. */
export type AskForInformation = Omit<Ask, "own" | "hatIds"> & Partial<Pick<Ask, "own" | "hatIds">>;

const template = {
  name: aText({ name: "Name", enter: "Enter a name for the starting text", max: 100 }),
  question: aText({
    name: "Question",
    enter: "Enter the question to start from",
    min: 20,
    max: 4000,
  }),
  lawfulBasis,
  days: aWholeNumber({ name: "Working days to answer in", min: 1, max: 60 }),
};

/** A new starting text is a draft, until somebody puts it in use. */
export const writeTemplateSchema = aForm(template);
export type WriteTemplate = z.output<typeof writeTemplateSchema>;

export const changeTemplateSchema = aForm({
  templateId: anId(),
  version: aVersion(),
  ...template,
  status: aChoice(templateStatuses, "Select whether it is in use"),
});
export type ChangeTemplate = z.output<typeof changeTemplateSchema>;

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
