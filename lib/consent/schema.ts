import type { z } from "zod";

import {
  capacityAnswers,
  childAgreements,
  consentAuthorities,
  consentMethods,
  lapseReasons,
  reassessmentOutcomes,
} from "@/lib/consent/labels";
import { aDay } from "@/lib/dates";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalText,
  anOptionalWholeNumber,
  aText,
  aTick,
  aVersion,
  someChoices,
  someIds,
} from "@/lib/schema";
import { supportTypes } from "@/lib/support/labels";

/** The entry of the ledger that whoever records the next one has read. */
const version = aVersion();

/** Which consent of the case this is about. None is a new one, beside those that are there. */
const strand = anOptionalWholeNumber({ name: "Consent", min: 1, max: 1000 }).optional();

/** The same out of an address, for the hidden field of a form. */
export const strandOf = (address: string | string[] | undefined): string =>
  typeof address === "string" && strand.safeParse(address).success ? address : "";

export const seekConsentSchema = aForm({
  caseId: anId(),
  version,
  strand,
  soughtOn: aDay({ name: "Date consent was asked for", past: true }),
  askedBy: aText({ name: "Who asked", enter: "Enter who asked for consent", max: 200 }),
  askedOf: aText({ name: "Who was asked", enter: "Enter who was asked for consent", max: 200 }),
});
export type SeekConsent = z.output<typeof seekConsentSchema>;

/** Consent to support, as C-05 has it recorded. It is not consent to sharing a concern. */
export const giveConsentSchema = aForm({
  caseId: anId(),
  version,
  strand,
  /** The form that a mentor handed over, when this confirms it (2.3). */
  formId: anId().optional(),
  givenOn: aDay({ name: "Date consent was given", past: true }),
  authority: aChoice(consentAuthorities, "Select whose consent this is"),
  givenBy: aText({ name: "Who gave consent", enter: "Enter who gave consent", max: 200 }),
  relationship: anOptionalText({ name: "Relationship to the person", max: 200 }),
  childAgreement: aChoice(
    { ...childAgreements, not_a_child: "The person is 18 or over" },
    "Select whether the child agrees",
  ),
  childWords: anOptionalText({ name: "What the child said", max: 2000 }),
  capacity: aChoice(capacityAnswers, "Select whether there is any doubt about capacity"),
  capacityAssessedBy: anOptionalText({ name: "Who assessed capacity", max: 200 }),
  capacityAssessedOn: aDay({ name: "Date capacity was assessed", past: true, optional: true }),
  bestInterests: anOptionalText({ name: "Capacity and best interests", max: 4000 }),
  explainedBy: aText({ name: "Who explained it", enter: "Enter who explained it", max: 200 }),
  language: aText({ name: "Language", enter: "Enter the language it was explained in", max: 100 }),
  interpreter: anOptionalText({ name: "Interpreter", max: 200 }),
  leafletVersion: aText({
    name: "Leaflet version",
    enter: "Enter the version of the leaflet they were given",
    max: 50,
  }),
  supportTypes: someChoices(supportTypes, "Select at least one kind of support", { min: 1 }),
  organisationIds: someIds("Select at least one organisation", { min: 1 }),
  toldOfSharing: aTick(
    "Confirm that they know information is shared with the organisations named, the police and the Home Office", // C-06
  ),
  toldOfWithdrawal: aTick("Confirm that they know they can withdraw at any time"),
  toldOfComplaints: aTick("Confirm that they know how to complain"),
  method: aChoice(consentMethods, "Select how consent was given"),
  witness: anOptionalText({ name: "Witness", max: 200 }),
})
  .refine(({ method, witness }) => method !== "witnessed_verbal" || Boolean(witness), {
    error: "Enter who witnessed it",
    path: ["witness"],
    ...always,
  })
  .refine(({ authority, relationship }) => isOwn(authority) || Boolean(relationship), {
    error: "Enter their relationship to the person, and how you know",
    path: ["relationship"],
    ...always,
  })
  .refine(({ authority, childAgreement }) => fitsAge(authority, childAgreement), {
    error: "Select whether the child agrees, or change whose consent this is",
    path: ["childAgreement"],
    ...always,
  })
  .refine(({ capacity, bestInterests }) => isUndoubted(capacity) || Boolean(bestInterests), {
    error: "Enter what the capacity assessment found, and how best interests were decided", // C-04
    path: ["bestInterests"],
    ...always,
  })
  .refine(
    ({ capacity, capacityAssessedBy }) => isUndoubted(capacity) || Boolean(capacityAssessedBy),
    { error: "Enter who assessed capacity", path: ["capacityAssessedBy"], ...always }, // C-04
  )
  .refine(({ capacity, capacityAssessedOn }) => isUndoubted(capacity) || capacityAssessedOn, {
    error: "Enter the date capacity was assessed",
    path: ["capacityAssessedOn"],
    ...always,
  })
  .refine(({ childAgreement, childWords }) => !isUnasked(childAgreement) || Boolean(childWords), {
    error: "Enter what the child said, or why the child was not asked", // C-02
    path: ["childWords"],
    ...always,
  })
  .refine(
    ({ authority, capacity }) => authority !== "self" || capacity !== "assessed_lacks_capacity",
    {
      error: "Nobody who lacks capacity can consent for themselves",
      path: ["authority"],
      ...always,
    },
  );
export type GiveConsent = z.output<typeof giveConsentSchema>;

const isOwn = (authority: unknown) => authority === undefined || authority === "self";
const isUndoubted = (capacity: unknown) => capacity === undefined || capacity === "no_doubt";
const isUnasked = (agreement: unknown) =>
  agreement === "does_not_agree" || agreement === "not_asked";
const isParental = (authority: string) =>
  ["parent", "guardian", "corporate_parent"].includes(authority);

function fitsAge(authority: string | undefined, agreement: string | undefined): boolean {
  if (!authority || !agreement) return true;
  return isParental(authority) === (agreement !== "not_a_child");
}

/** No reason is asked for: none is owed. */
export const refuseConsentSchema = aForm({
  caseId: anId(),
  version,
  strand,
  refusedOn: aDay({ name: "Date consent was refused", past: true }),
  authority: aChoice(consentAuthorities, "Select who refused"),
});
export type RefuseConsent = z.output<typeof refuseConsentSchema>;

/** One click, at once, and no reason needed (C-07). */
export const withdrawConsentSchema = aForm({ caseId: anId(), strand });
export type WithdrawConsent = z.output<typeof withdrawConsentSchema>;

export const lapseConsentSchema = aForm({
  caseId: anId(),
  strand,
  reason: aChoice(lapseReasons, "Select why consent has to be asked for again"),
});
export type LapseConsent = z.output<typeof lapseConsentSchema>;

/** A signed form in a mentor's hand: who signed it and when. What it says is read by whoever confirms it. */
export const handOverFormSchema = aForm({
  caseId: anId(),
  signedOn: aDay({ name: "Date the form was signed", past: true }),
  givenBy: aText({ name: "Who signed it", enter: "Enter who signed the form", max: 200 }),
  note: anOptionalText({ name: "Note", max: 1000 }),
});
export type HandOverForm = z.output<typeof handOverFormSchema>;

export const returnFormSchema = aForm({
  formId: anId(),
  returnReason: aText({
    name: "Reason",
    enter: "Enter what has to be put right before it can be confirmed",
    max: 1000,
  }),
});
export type ReturnForm = z.output<typeof returnFormSchema>;

/** What the panel decides after a no (T16, T19, C-10). Looking again needs a reason and an end. */
export const afterRefusalSchema = aForm({
  caseId: anId(),
  remainingConcern: aText({
    name: "Remaining concern",
    enter: "Enter what the panel thought about the remaining concern",
    min: 50,
    max: 4000,
  }),
  otherHelp: aText({
    name: "Other help",
    enter: "Enter what other help the panel considered",
    max: 2000,
  }),
  reassess: aChoice({ yes: "Yes", no: "No" }, "Select whether the panel will look at this again"),
  reassessOn: aDay({
    name: "Date of the further assessment",
    future: "not today",
    optional: true,
  }),
  reassessReason: anOptionalText({ name: "Reason to look again", max: 2000 }),
})
  .refine(({ reassess, reassessOn }) => reassess !== "yes" || reassessOn !== undefined, {
    error: "Enter the date of the further assessment",
    path: ["reassessOn"],
    ...always,
  })
  .refine(({ reassess, reassessReason }) => reassess !== "yes" || Boolean(reassessReason), {
    error: "Enter why the panel needs to look at this again",
    path: ["reassessReason"],
    ...always,
  });
export type AfterRefusal = z.output<typeof afterRefusalSchema>;

/** C-10: what a further assessment found, and whether there is another: each with a reason and an end. */
export const reassessSchema = aForm({
  reassessmentId: anId(),
  heldOn: aDay({ name: "Date of the further assessment", past: true }),
  finding: aText({
    name: "What was found",
    enter: "Enter what the further assessment found",
    min: 20,
    max: 4000,
  }),
  outcome: aChoice(reassessmentOutcomes, "Select what comes of it"),
  reassessOn: aDay({ name: "Date of the next assessment", future: "not today", optional: true }),
  reassessReason: anOptionalText({ name: "Reason to look again", max: 2000 }),
})
  .refine(({ outcome, reassessOn }) => outcome !== "look_again" || reassessOn !== undefined, {
    error: "Enter the date of the next assessment",
    path: ["reassessOn"],
    ...always,
  })
  .refine(({ outcome, reassessReason }) => outcome !== "look_again" || Boolean(reassessReason), {
    error: "Enter why the panel needs to look at this once more",
    path: ["reassessReason"],
    ...always,
  });
export type Reassess = z.output<typeof reassessSchema>;

/** T15: nothing is asked, but that somebody says so. */
export const startSupportSchema = aForm({ caseId: anId() });
export type StartSupport = z.output<typeof startSupportSchema>;
