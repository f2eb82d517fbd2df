import type { ConsentAuthority, ConsentState, LapseReason } from "@/lib/consent/labels";
import { consentStates } from "@/lib/consent/labels";
import { addDays, addMonths, ageOn, type Day, isChildOn } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";

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

/** Whether support to come goes beyond what was agreed to: a kind of support, or an organisation. */
export function scopeChanged(
  agreed: { types: readonly string[]; organisationIds: readonly string[] },
  planned: { types: readonly string[]; organisationIds: readonly string[] },
): boolean {
  return (
    planned.types.some((type) => !agreed.types.includes(type)) ||
    planned.organisationIds.some((id) => !agreed.organisationIds.includes(id))
  );
}
