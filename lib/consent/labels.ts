/** The states of consent to support (C-11). */
export const consentStates = {
  not_sought: "Not asked yet",
  sought: "Asked",
  given: "Given",
  refused: "Refused",
  withdrawn: "Withdrawn",
  lapsed: "Needs asking again",
} as const;
export type ConsentState = keyof typeof consentStates;

/** Whose consent it is, or with what authority it is given (C-02, C-04). */
export const consentAuthorities = {
  self: "The person",
  parent: "Parent",
  guardian: "Guardian",
  corporate_parent: "Council with parental responsibility",
  court_deputy: "Court-appointed deputy",
  welfare_attorney: "Attorney for health and welfare",
} as const;
export type ConsentAuthority = keyof typeof consentAuthorities;

export const consentMethods = {
  signed: "Signed form",
  witnessed_verbal: "Spoken, in front of a witness",
} as const;

export const lapseReasons = {
  turned_18: "The person turned 18",
  capacity_changed: "The person's capacity changed",
  scope_changed: "The support changed",
} as const;
export type LapseReason = keyof typeof lapseReasons;

/** Why an entry says that consent needs asking again: for one of these, or because it was given to another area. */
export const askAgainReasons = {
  ...lapseReasons,
  given_elsewhere: "It was given in the area the case came from",
} as const;

export const capacityAnswers = {
  no_doubt: "No doubt about capacity",
  assessed_has_capacity: "Assessed, and has capacity",
  assessed_lacks_capacity: "Assessed, and lacks capacity",
} as const;

/** The child's own informed agreement, asked for beside a parent's consent (C-02). */
export const childAgreements = {
  agrees: "Agrees",
  does_not_agree: "Does not agree",
  not_asked: "Not asked",
} as const;

/** A signed form that a mentor handed over: it is no consent until somebody has confirmed it. */
export const formStates = {
  waiting: "Waiting to be confirmed",
  confirmed: "Confirmed",
  returned: "Handed back",
} as const;
export type FormState = keyof typeof formStates;

/** What a signed form is called in the documents of its case. It says nothing of anybody. */
export const signedFormTitle = "Signed consent form";

/** What a further assessment comes to (C-10). */
export const reassessmentOutcomes = {
  no_further: "No further assessment is needed",
  look_again: "Look at this once more",
  new_referral: "A new referral is needed",
} as const;
export type ReassessmentOutcome = keyof typeof reassessmentOutcomes;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  sought: "That consent was asked for has been recorded",
  given: "Consent has been recorded",
  refused: "That consent was refused has been recorded",
  withdrawn: "Consent has been withdrawn. What it covered has stopped",
  lapsed: "Consent has to be asked for again. What it covered has stopped",
  started: "Support has started",
  closed: "The case has been closed",
  handed: "The form has been handed over. The coordinator and the chair have been told",
  returned: "The form has been handed back to the mentor, with the reason",
  form_added: "The signed form has been added",
  reassessed: "The further assessment has been recorded",
} as const;
