import type { ConsentAuthority, ConsentState, LapseReason } from "@/lib/consent/labels";
import { consentStates } from "@/lib/consent/labels";
import { addDays, addMonths, ageOn, type Day, formatDay, isChildOn } from "@/lib/dates";
import { FieldsRefused, RuleBroken } from "@/lib/errors";

/** Where consent can go next (C-11). A no can always be followed by asking again (C-10). */
export const nextStates: Record<ConsentState, readonly ConsentState[]> = {
  not_sought: ["sought"],
  sought: ["given", "refused"],
  given: ["withdrawn", "lapsed"],
  refused: ["sought"],
  withdrawn: ["sought"],
  lapsed: ["sought"],
};

export function assertConsentCanBecome(from: ConsentState, to: ConsentState): void {
  if (nextStates[from].includes(to)) return;
  throw new RuleBroken(
    `Consent is at "${consentStates[from]}", so it cannot become "${consentStates[to]}".`,
  );
}

export type Person = {
  dateOfBirth: Day | null;
  /** What was said of the age, for when the date of birth is not known. */
  isChild: boolean;
  lacksCapacity?: boolean;
};

const isChildThen = ({ dateOfBirth, isChild }: Person, day: Day): boolean =>
  dateOfBirth ? isChildOn(dateOfBirth, day) : isChild;

/** Whose consent counts on this day (C-02, C-04). */
export function whoMustConsent(person: Person, day: Day): ConsentAuthority[] {
  if (isChildThen(person, day)) return ["parent", "guardian", "corporate_parent"];
  return person.lacksCapacity ? ["court_deputy", "welfare_attorney"] : ["self"];
}

export type Consent = {
  state: ConsentState;
  authority: ConsentAuthority | null;
  givenOn: Day | null;
};

/** Whether support may run on this day (C-01, C-02). Consent that has gone stale is not valid. */
export function isValid({ state, authority, givenOn }: Consent, person: Person, day: Day): boolean {
  if (state !== "given" || !authority || !givenOn || givenOn > day) return false;
  return whoMustConsent(person, day).includes(authority);
}

/** The day on which somebody is 18, and a parent's consent no longer counts (C-03). */
export function eighteenthBirthday(dateOfBirth: Day): Day {
  const day = addMonths(dateOfBirth, 18 * 12);
  return ageOn(dateOfBirth, day) >= 18 ? day : addDays(day, 1);
}

/** Why consent that was given has to be asked for again (T18), if it has. */
export function lapseDue(consent: Consent, person: Person, day: Day): LapseReason | null {
  if (consent.state !== "given" || isValid(consent, person, day)) return null;
  const isParental = !["self", "court_deputy", "welfare_attorney"].includes(
    consent.authority ?? "",
  );
  if (isParental && !isChildThen(person, day)) return "turned_18"; // C-03
  return "capacity_changed";
}

export type Scope = { types: readonly string[]; organisationIds: readonly string[] };
type Support = { type: string | null; organisationId: string };

/** Whether one consent covers one piece of support: its kind, and who gives it (C-05, C-09). */
const covers = ({ types, organisationIds }: Scope, { type, organisationId }: Support): boolean =>
  (types.length === 0 || (type !== null && types.includes(type))) &&
  (organisationIds.length === 0 || organisationIds.includes(organisationId));

/** What no live consent covers: it waits, whatever else runs. The database holds the same (C-09). */
export const uncovered = <Planned extends Support>(
  live: readonly Scope[],
  planned: readonly Planned[],
): Planned[] => planned.filter((support) => !live.some((scope) => covers(scope, support)));

type Entry = { number: number; strand: number; state: ConsentState };

/** Where each consent of a case stands: the last entry of each strand, the newest strand first. */
export function strandsOf<Row extends Entry>(ledger: readonly Row[]): Row[] {
  const last = new Map<number, Row>();
  for (const entry of ledger.toSorted((a, b) => a.number - b.number)) last.set(entry.strand, entry);
  return [...last.values()].toSorted((a, b) => b.strand - a.strand);
}

/**
 * Where consent stands on the case as a whole. One that lives is enough for support to run; where
 * none does, the newest strand says what has to happen.
 */
export const standingOf = (strands: readonly Entry[]): ConsentState =>
  strands.some(({ state }) => state === "given") ? "given" : (strands[0]?.state ?? "not_sought");

/** A further assessment has an end, and outlives neither the year nor the record itself (C-08, C-10). */
export function assertReassessInTime(on: Day, today: Day, disposeOn: Day | null): void {
  const longest = addMonths(today, 12);
  const last = disposeOn !== null && disposeOn < longest ? disposeOn : longest;
  if (on <= last) return;
  const sentence = `Date of the further assessment must be on or before ${formatDay(last)}`;
  throw new FieldsRefused({ reassessOn: [sentence] });
}
