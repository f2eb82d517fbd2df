import { aDay, formatDay } from "@/lib/dates";
import {
  agencyQuestions,
  callerQuestions,
  callQuestions,
  childQuestions,
  concernQuestions,
  explanationQuestions,
  needsQuestions,
  personContactQuestions,
  personQuestions,
  type Question,
  referrerQuestions,
  safeguardsQuestions,
  safetyQuestions,
} from "@/lib/referrals/pages/labels";
import { agencyNumbers } from "@/lib/referrals/pages/schema";
import { type PageKey, referralPages } from "@/lib/referrals/schema";

const othersQuestions = Object.fromEntries(
  agencyNumbers.flatMap((number) =>
    Object.entries(agencyQuestions).map(([part, { text }]) => [
      `agency${number}${part}`,
      { text: `Agency ${number}: ${text}` },
    ]),
  ),
);

/** Every question of the form, page by page, in the order in which it is asked. */
export const questionsOf: Record<
  Exclude<PageKey, "declaration">,
  Readonly<Record<string, Question>>
> = {
  safety: safetyQuestions,
  call: callQuestions,
  person: personQuestions,
  "person-contact": personContactQuestions,
  child: childQuestions,
  concern: concernQuestions,
  explanation: explanationQuestions,
  needs: needsQuestions,
  safeguards: safeguardsQuestions,
  others: othersQuestions,
  referrer: referrerQuestions,
};
export type QuestionPage = keyof typeof questionsOf;

const ofCaller = { title: "About the caller", hint: "So that the gateway can reach them." };

/** What a page is called. Of a call, the referrer is whoever rang. */
export const pageWords = (page: QuestionPage, isCall: boolean): { title: string; hint: string } =>
  isCall && page === "referrer" ? ofCaller : referralPages[page];

export const questionsFor = (page: QuestionPage, isCall: boolean) =>
  isCall && page === "referrer" ? callerQuestions : questionsOf[page];

export const questionPages = Object.keys(questionsOf) as QuestionPage[];

export type PrintedPage = {
  page: QuestionPage;
  title: string;
  rows: { key: string; value: string }[];
};

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  [value].flat().length === 0;

/** An answer in words, whether it was only typed or has been through its schema. */
function words(value: unknown, { codes }: Question): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.map((one) => codes?.[one] ?? one).join(", ");
  const typed = String(value);
  if (codes) return codes[typed] ?? typed;
  const day = /^\d{4}-\d{2}-\d{2}$|^[^/]{0,20}\/[^/]{0,20}\/\d{4}$/.test(typed)
    ? aDay({ name: "" }).safeParse(typed).data
    : undefined;
  return day ? formatDay(day) : typed;
}

/** The answers of some pages as questions and words. What was left empty is left out, but for the pages that ask to see it. */
export function printAnswers(
  answers: Readonly<Record<string, unknown>>,
  pages: readonly QuestionPage[] = questionPages,
  { withEmpty = false, isCall = "calledOn" in answers } = {},
): PrintedPage[] {
  return pages.map((page) => ({
    page,
    title: pageWords(page, isCall).title,
    rows: Object.entries(questionsFor(page, isCall))
      .filter(
        ([name]) =>
          !isEmpty(answers[name]) || (withEmpty && page !== "others" && name !== "nameUnknown"),
      )
      .map(([name, question]) => ({
        key: question.text,
        value: isEmpty(answers[name]) ? "" : words(answers[name], question),
      })),
  }));
}

/** The form as it is, with nothing in it: what a question asks, and what may be ticked. A call is not taken on paper. */
export const blankForm = () =>
  questionPages
    .filter((page) => page !== "call")
    .map((page) => ({
      page,
      title: referralPages[page].title,
      hint: referralPages[page].hint,
      questions: Object.entries<Question>(questionsOf[page]).map(([name, { text, codes }]) => ({
        name,
        text,
        options: name === "nameUnknown" ? ["Not known"] : Object.values(codes ?? {}),
      })),
    }));

/** A page by the name in an address, if there is one. */
export const asQuestionPage = (name: string): QuestionPage | undefined =>
  questionPages.find((page) => page === name);
