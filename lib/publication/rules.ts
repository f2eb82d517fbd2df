import { RuleBroken } from "@/lib/errors";

// What goes to everybody, of whichever noun it is: a plan, a decision, a report.

const caseReference =
  /(?<![\p{L}\p{N}])(?:PC|R)[\p{Pd}\u2212\s./_]{0,3}20\d{2}[\p{Pd}\u2212\s./_]{1,3}\d{3,}/iu;

/** Whether a text holds the reference of a case or a referral, with whatever dash, space or letters it was written. */
const namesACase = (text: string): boolean =>
  caseReference.test(text.normalize("NFKC").replace(/\p{Cf}/gu, ""));

/** However it came to be written: a case or a referral is known by nobody outside (IS-23). */
export function assertNamesNoCase(what: string, texts: readonly string[]): void {
  if (texts.some(namesACase))
    throw new RuleBroken(`${what} names a case or a referral, so it is not made public`);
}

const carriesAMarking = (text: string): boolean => /official[\s-]*sensitive/i.test(text);

const nothingPublicSays: readonly (readonly [(text: string) => boolean, string])[] = [
  [carriesAMarking, "must not carry a marking: what is public is not OFFICIAL-SENSITIVE"],
  [namesACase, "must not name a case or a referral"],
];

/** Why a text cannot be public whatever its writer means by it, or nothing. */
export const whyNotPublic = (text: string): string | undefined =>
  nothingPublicSays.find(([says]) => says(text))?.[1];
