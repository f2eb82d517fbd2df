import { RuleBroken } from "@/lib/errors";

// What goes to everybody, of whichever noun it is: a plan, a decision, a report.

const ofACase = /\b(?:PC|R)-\d{4}-\d{3,}\b/;

/** However it came to be written: a case or a referral is known by nobody outside (IS-23). */
export function assertNamesNoCase(what: string, texts: readonly string[]): void {
  if (texts.some((text) => ofACase.test(text)))
    throw new RuleBroken(`${what} names a case or a referral, so it is not made public`);
}

const nothingPublicSays: readonly (readonly [RegExp, string])[] = [
  [
    /official[\s-]*sensitive/i,
    "must not carry a marking: what is public is not OFFICIAL-SENSITIVE",
  ],
  [ofACase, "must not name a case or a referral"],
];

/** Why a text cannot be public whatever its writer means by it, or nothing. */
export const whyNotPublic = (text: string): string | undefined =>
  nothingPublicSays.find(([pattern]) => pattern.test(text))?.[1];
