import { z } from "zod";

import type { Day } from "@/lib/dates";
import type { FormValues } from "@/lib/form-state";
import {
  ageFields,
  callSchema,
  childSchema,
  concernSchema,
  declarationSchema,
  explanationSchema,
  needsSchema,
  othersSchema,
  personContactSchema,
  personSchema,
  referrerSchema,
  safeguardsSchema,
  safetySchema,
} from "@/lib/referrals/pages/schema";
import { ageGiven, mayBeChild } from "@/lib/referrals/rules";
import { aForm, aText } from "@/lib/schema";

export const pageKeys = [
  "safety",
  "call",
  "person",
  "person-contact",
  "child",
  "concern",
  "explanation",
  "needs",
  "safeguards",
  "others",
  "referrer",
  "declaration",
] as const;
export type PageKey = (typeof pageKeys)[number];

/** What has been typed so far, right or not, page by page. */
export type Answers = Partial<Record<PageKey, FormValues>>;

type Page = {
  title: string;
  hint: string;
  schema: z.ZodType;
  appliesTo: (answers: Answers, today: Day) => boolean;
};

const toAll = () => true;

/** C is asked of a child, and until an age says otherwise (RF-02). */
const toChildren = ({ person }: Answers, today: Day) => {
  const age = z.object(ageFields).safeParse(person ?? {});
  return mayBeChild(age.success ? ageGiven(age.data, today) : null);
};

/** Asked when somebody writes it down for a person who rings. It is there from the start, or never. */
const toCallers = (answers: Answers) => isCall(answers);

/** Whether a draft was begun for somebody on the telephone. */
export const isCall = (answers: Answers): boolean => answers.call !== undefined;

/** The task list, in order. Pages may be answered in any. */
export const referralPages = {
  safety: {
    title: "Is anybody in danger?",
    hint: "If somebody is in immediate danger, call 999. This form is not read at once.",
    schema: safetySchema,
    appliesTo: toAll,
  },
  call: {
    title: "About the call",
    hint: "When they rang, and how to ring them back. You are recorded as whoever took the call.",
    schema: callSchema,
    appliesTo: toCallers,
  },
  person: {
    title: "About the person",
    hint: "If you do not know the name or the date of birth, say what you do know.",
    schema: personSchema,
    appliesTo: toAll,
  },
  "person-contact": {
    title: "Where the person lives",
    hint: "The local authority decides which panel a concern goes to.",
    schema: personContactSchema,
    appliesTo: toAll,
  },
  child: {
    title: "About the child and their family",
    hint: "Asked when the person is under 18, or may be.",
    schema: childSchema,
    appliesTo: toChildren,
  },
  concern: {
    title: "What happened",
    hint: "In your own words. Put anything that somebody said in quotation marks.",
    schema: concernSchema,
    appliesTo: toAll,
  },
  explanation: {
    title: "What else could explain it",
    hint: "Think about who might see it differently, and why.",
    schema: explanationSchema,
    appliesTo: toAll,
  },
  needs: {
    title: "Needs and strengths",
    hint: "Keep what is known apart from what you suspect.",
    schema: needsSchema,
    appliesTo: toAll,
  },
  safeguards: {
    title: "Who knows, and why Prevent",
    hint: "Tell the person, and the parents of a child, unless it is not safe to.",
    schema: safeguardsSchema,
    appliesTo: toAll,
  },
  others: {
    title: "Other agencies involved",
    hint: "Leave this empty if there are none that you know of.",
    schema: othersSchema,
    appliesTo: toAll,
  },
  referrer: {
    title: "About you",
    hint: "So that the gateway can reach you.",
    schema: referrerSchema,
    appliesTo: toAll,
  },
  declaration: {
    title: "Declaration",
    hint: "Read this once everything else is ready.",
    schema: declarationSchema,
    appliesTo: toAll,
  },
} as const satisfies Record<PageKey, Page>;

/** Those of the pages that this referral needs, with nothing for what was not opened. */
function pagesFor(answers: Answers, today: Day) {
  return pageKeys
    .filter((key) => referralPages[key].appliesTo(answers, today))
    .map((key) => [key, answers[key] ?? {}] as const);
}

/** A whole referral (RF-01). Danger is for 999, so it stops here. */
const wholeReferralSchema = aForm({
  safety: safetySchema.extend({
    immediateDanger: z.literal("no", {
      error: "Call 999 first. Send this once nobody is in immediate danger.",
    }),
  }),
  person: personSchema,
  "person-contact": personContactSchema,
  call: callSchema.optional(),
  child: childSchema.optional(),
  concern: concernSchema,
  explanation: explanationSchema,
  needs: needsSchema,
  safeguards: safeguardsSchema,
  others: othersSchema,
  referrer: referrerSchema,
  declaration: declarationSchema,
});
export type CompleteReferral = z.output<typeof wholeReferralSchema>;

/** The answers as they are sent. What was typed about a child is left out once it is not asked. */
export const completeReferralSchema = (today: Day) =>
  z.preprocess(
    (answers?: Answers) => Object.fromEntries(pagesFor(answers ?? {}, today)),
    wholeReferralSchema,
  );

/** One level of answers, as a sent referral is kept. No two pages share the name of a field. */
export const flatten = ({ call, child, ...pages }: CompleteReferral) => ({
  ...pages.safety,
  ...call,
  ...pages.person,
  ...pages["person-contact"],
  ...child,
  ...pages.concern,
  ...pages.explanation,
  ...pages.needs,
  ...pages.safeguards,
  ...pages.others,
  ...pages.referrer,
  ...pages.declaration,
});

/** The pages still to finish, which the task list shows and sending waits for (RF-01). */
export function missingFrom(answers: Answers, today: Day): PageKey[] {
  return pagesFor(answers, today)
    .filter(([key, page]) => !wholeReferralSchema.shape[key].safeParse(page).success)
    .map(([key]) => key);
}

const typed = z
  .string({ error: "Enter text" })
  .max(20_000, "Each answer must be 20,000 characters or fewer");

/** A draft keeps whatever was typed, right or not. Only its size is bounded (RF-06). */
export const draftPageSchema = z
  .record(
    z.string().max(60, "This form has changed. Reload the page and try again."),
    z.union([typed, z.array(typed).max(50, "Select 50 or fewer")], {
      error: "Each answer must be 20,000 characters or fewer",
    }),
    { error: "Enter the page" },
  )
  .refine((page) => Object.keys(page).length <= 60, "This page has too many answers");

/** RF-08: added beside what was sent, and as unchangeable. */
export const addAddendumSchema = aForm({
  reference: aText({ name: "Reference", max: 20 }),
  body: aText({
    name: "What you want to add",
    enter: "Enter what you want to add",
    min: 20,
    max: 10_000,
  }),
});
export type AddAddendum = z.output<typeof addAddendumSchema>;

/** RF-09 */
export const withdrawReferralSchema = aForm({
  reference: aText({ name: "Reference", max: 20 }),
  reason: aText({
    name: "Reason",
    enter: "Enter why you are withdrawing this",
    min: 20,
    max: 2000,
  }),
});
export type WithdrawReferral = z.output<typeof withdrawReferralSchema>;
