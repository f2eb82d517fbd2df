import type { Day } from "@/lib/dates";
import {
  askForBehaviour,
  authorityWarning,
  generalisations,
  type Prefixes,
} from "@/lib/referrals/rules";
import { type Answers, missingFrom, type PageKey, referralPages } from "@/lib/referrals/schema";

/** Everything typed so far, and for each page who saved it last, so that two windows do not undo each other. */
export type Draft = {
  answers: Answers;
  saves: Partial<Record<PageKey, { version: number; editor: string }>>;
};

export const emptyDraft = (answers: Answers = {}): Draft => ({ answers, saves: {} });

export const versionOf = ({ saves }: Draft, page: PageKey): number => saves[page]?.version ?? 0;

/** Whether the page was saved from another window since this one read it. Its own saves do not count. */
export const isOvertaken = (
  { saves }: Draft,
  { page, version, editor }: { page: PageKey; version: number; editor: string },
): boolean => {
  const last = saves[page];
  return last !== undefined && last.version !== version && last.editor !== editor;
};

export type PageState = "done" | "started" | "not_started" | "optional";

const isTouched = (page: Answers[PageKey]) =>
  Object.values(page ?? {}).some((value) => value.length > 0);

/** The pages that this referral asks, but for the declaration, and how far each has come. */
export function pageStates({ answers, saves }: Draft, today: Day) {
  const missing = missingFrom(answers, today);
  return asked(answers, today).map((page) => ({
    page,
    state: stateOf(
      missing.includes(page),
      page in saves,
      isTouched(answers[page]),
      page === "others",
    ),
  }));
}

function stateOf(
  isMissing: boolean,
  isSaved: boolean,
  isTyped: boolean,
  mayStayEmpty: boolean,
): PageState {
  if (!isMissing && (isSaved || isTyped)) return "done";
  if (isTyped) return "started";
  return mayStayEmpty ? "optional" : "not_started";
}

export const asked = (answers: Answers, today: Day) =>
  (Object.keys(referralPages) as PageKey[]).filter(
    (key): key is Exclude<PageKey, "declaration"> =>
      key !== "declaration" && referralPages[key].appliesTo(answers, today),
  );

/** Where to go on after a page: the next that is not finished, or null when all are. */
export function pageAfter(draft: Draft, page: PageKey, today: Day) {
  const states = pageStates(draft, today);
  const here = states.findIndex((one) => one.page === page);
  const rest = [...states.slice(here + 1), ...states.slice(0, here)];
  const isUnfinished = ({ state }: (typeof states)[number], index: number) =>
    state === "started" ||
    state === "not_started" ||
    (state === "optional" && index < states.length - here - 1);
  return rest.find(isUnfinished)?.page ?? null;
}

const text = (value: string | string[] | undefined) => [value ?? ""].flat().join(" ");

export const narrativeOf = {
  concern: ({ concern }) => text(concern?.whatHappened),
  explanation: ({ explanation }) => text(explanation?.otherExplanation),
  safeguards: ({ safeguards }) => text(safeguards?.proportionality),
} as const satisfies Partial<Record<PageKey, (answers: Answers) => string>>;

/** RF-05, over everything that is told in the referrer's own words. */
export const generalisationsIn = (answers: Answers): string[] =>
  Object.values(narrativeOf).flatMap((narrative) => generalisations(narrative(answers)));

/** What to think about again before going on. It stops nothing. */
export type Warning = { page: Exclude<PageKey, "declaration">; says: string; quotes: string[] };

export function warningsFor(answers: Answers, prefixes: Prefixes): Warning[] {
  const contact = answers["person-contact"];
  const place = authorityWarning(text(contact?.postcode), text(contact?.localAuthority), prefixes);
  const told = Object.entries(narrativeOf).map(([page, narrative]) => ({
    page: page as Warning["page"],
    says: askForBehaviour, // RF-05
    quotes: [...new Set(generalisations(narrative(answers)))],
  }));
  return [
    ...(place ? [{ page: "person-contact" as const, says: place, quotes: [] }] : []), // RF-03
    ...told.filter(({ quotes }) => quotes.length > 0),
  ];
}

/** The authorities of each postcode prefix, as the areas themselves name them. */
export function prefixesOf(
  areas: readonly { name: string; postcodePrefixes: readonly string[] }[],
) {
  const prefixes: Record<string, string[]> = {};
  for (const { name, postcodePrefixes } of areas) {
    for (const prefix of postcodePrefixes) prefixes[prefix] = [...(prefixes[prefix] ?? []), name];
  }
  return prefixes;
}
