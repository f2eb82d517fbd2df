/** Where a case is (domain 3.2). A pause is laid over one of these and is kept beside it. */
export const caseStatuses = {
  draft: "Being written",
  submitted: "Shared with the gateway",
  gateway: "At the gateway",
  info_gathering: "Gathering information",
  s36_decision: "Section 36 decision",
  panel_listed: "Listed for the panel",
  panel_decided: "Panel decision recorded",
  consent_pending: "Waiting for consent",
  in_support: "Receiving support",
  exited: "Left support",
  review_6m: "Six-month review",
  review_12m: "Twelve-month review",
  retention: "Closed, kept until its disposal date",
  erased: "Erased",
  closed_not_prevent: "Closed, not a Prevent matter",
  closed_declined: "Closed, support declined",
  police_led: "Managed by the police",
  transferred: "Transferred to another area",
} as const;
export type CaseStatus = keyof typeof caseStatuses;

export const pausedLabel = "Paused";

/** What is written on everything about a person (IS-22). */
export const markingLabels = {
  official: "OFFICIAL",
  official_sensitive: "OFFICIAL-SENSITIVE",
} as const;
export type Marking = keyof typeof markingLabels;

export const capacityLabels = {
  coordinator: "Coordinator",
  chair: "Chair",
  provider: "Intervention provider",
  invitee: "Invited to help",
  governance_officer: "Information governance",
} as const;
export type Capacity = keyof typeof capacityLabels;

/** What comes next, and on which part of the case it is done. */
export const nextStepLabels = {
  T07: { text: "Send the case for the section 36 decision", part: "section-36" },
  T09: { text: "Make the section 36 decision", part: "section-36" },
  T10: { text: "Bring the case to the panel and record what it decides", part: "panel" },
  T11: { text: "Record what the panel decided", part: "panel" },
  T15: { text: "Record consent, and start support", part: "consent" },
  T16: { text: "Record that consent was refused", part: "consent" },
  T17: { text: "Keep the support plan up to date", part: "support" },
  T20: { text: "Record that support has ended", part: "panel" },
  T22: { text: "Hold the six-month review", part: "reviews" },
  T24: { text: "Hold the twelve-month review", part: "reviews" },
} as const;
export type NextStep = keyof typeof nextStepLabels;

export const gatewayClosureCodes = {
  not_radicalisation_other_need: "Not radicalisation, but another need",
  no_concern: "No concern found",
  misguided: "Shared in good faith, but mistaken",
  malicious: "Shared to cause harm",
  insufficient_information: "Not enough information",
  already_open: "Already an open case",
  out_of_area: "Lives in another area",
  police_investigation: "Being dealt with by the police",
  person_untraceable: "Person could not be found",
  deceased: "Person has died",
} as const;

export const panelClosureCodes = {
  not_adopted_no_risk: "Not adopted, no concern remains",
  not_adopted_supported_elsewhere: "Not adopted, supported elsewhere",
  not_adopted_refer_health_social_care: "Not adopted, referred to health or social care",
  unsuitable_police_led: "Not suitable, managed by the police",
  consent_refused: "Consent refused",
} as const;

export const supportClosureCodes = {
  exit_no_further_radicalisation_concern: "No further radicalisation concern",
  exit_risk_significantly_reduced: "Concern significantly reduced",
  consent_withdrawn: "Consent withdrawn",
  disengaged_no_contact: "Lost contact",
  moved_area_transferred: "Moved to another area",
  arrested_or_charged: "Arrested or charged",
  prison_or_probation_management: "Managed by prison or probation",
  died: "Person has died",
} as const;

export const closureCodes = {
  ...gatewayClosureCodes,
  ...panelClosureCodes,
  ...supportClosureCodes,
} as const;
export type ClosureCode = keyof typeof closureCodes;

/** What is left in sight of a case that the police manage (T05, T14). */
export const policeLedCodes = {
  police_investigation: gatewayClosureCodes.police_investigation,
  unsuitable_police_led: panelClosureCodes.unsuitable_police_led,
} as const;

export const reviewOutcomes = {
  no_concern: "No concern",
  other_service_need: "Another service is needed",
  new_s36_referral: "New section 36 referral",
} as const;
export type ReviewOutcome = keyof typeof reviewOutcomes;

/** Why a case stands still. Codes only: no narrative is kept (T28). */
export const pauseReasons = {
  police_request: "Police asked for a pause",
  court_proceedings: "Court proceedings",
  safety_of_person: "Safety of the person",
} as const;
export type PauseReason = keyof typeof pauseReasons;

/** The police answer in a code, and nothing else about an investigation is kept. */
export const deconflictionOutcomes = {
  clear: "Clear to continue",
  clear_with_conditions: "Clear to continue, with conditions",
  hold: "Hold",
  police_led: "Managed by the police",
} as const;
export type DeconflictionOutcome = keyof typeof deconflictionOutcomes;

type Period = { months: number } | { days: number } | "permanent";
export type RetentionRule = {
  label: string;
  /** What starts the clock. */
  starts: string;
  period: Period;
  /** A shorter period for somebody who was under 18 when the clock started. */
  childPeriod?: Period;
  /** When keeping is looked at again before the end, in months from the start. */
  reviewMonths: readonly number[];
  /** The furthest that renewed reasons may carry it. */
  longestMonths?: number;
  /** The need to keep is tested again on the 18th birthday. */
  testAt18?: boolean;
};

/** Domain 7.4. Defaults: an area may set its own, and a period is never a reason by itself. */
export const retentionClasses = {
  draft_not_submitted: {
    label: "Draft that was not shared",
    starts: "last edit",
    period: { days: 30 },
    reviewMonths: [],
  },
  withdrawn_before_gateway: {
    label: "Withdrawn before the gateway",
    starts: "withdrawal",
    period: { days: 30 },
    reviewMonths: [],
  },
  unfounded: {
    label: "Mistaken, disproved or no concern",
    starts: "closure",
    period: { months: 6 },
    childPeriod: { months: 3 },
    reviewMonths: [3],
  },
  signposted: {
    label: "Another need, signposted",
    starts: "closure",
    period: { months: 12 },
    reviewMonths: [6],
  },
  not_adopted: {
    label: "Discussed, not adopted",
    starts: "decision",
    period: { months: 24 },
    reviewMonths: [12],
  },
  consent_declined: {
    label: "Consent refused or withdrawn",
    starts: "closure",
    period: { months: 24 },
    reviewMonths: [12],
    longestMonths: 72,
  },
  adopted_exited: {
    label: "Adopted and left support",
    starts: "leaving support",
    period: { months: 72 },
    reviewMonths: [12, 36],
    testAt18: true,
  },
  police_led_stub: {
    label: "Handed over to the police",
    starts: "handover",
    period: { months: 12 },
    reviewMonths: [],
  },
  transferred_out: {
    label: "Transferred to another area",
    starts: "confirmed receipt",
    period: { months: 6 },
    reviewMonths: [],
  },
  meeting_shell: {
    label: "Panel meeting, without case text",
    starts: "meeting",
    period: { months: 72 },
    reviewMonths: [],
  },
  rights_file: {
    label: "Consent, complaint or rights request file",
    starts: "closure of the matter",
    period: { months: 72 },
    reviewMonths: [],
  },
  audit_log: {
    label: "Audit log",
    starts: "event",
    period: { months: 84 },
    reviewMonths: [],
  },
  governance_document: {
    label: "Agreement, impact assessment, plan or board report",
    starts: "being superseded",
    period: { months: 72 },
    reviewMonths: [],
  },
  published_document: {
    label: "Published document",
    starts: "publication",
    period: "permanent",
    reviewMonths: [],
  },
  training_record: {
    label: "Training record",
    starts: "session",
    period: { months: 36 },
    reviewMonths: [],
  },
  venue_check_cleared: {
    label: "Venue or speaker check, cleared",
    starts: "decision",
    period: { months: 6 },
    reviewMonths: [],
  },
  venue_check_refused: {
    label: "Venue or speaker check, refused or with conditions",
    starts: "decision",
    period: { months: 24 },
    reviewMonths: [12],
  },
  event_attendance: {
    label: "Event attendance list",
    starts: "event",
    period: { months: 6 },
    reviewMonths: [],
  },
  aggregate_statistics: {
    label: "Published counts",
    starts: "publication",
    period: "permanent",
    reviewMonths: [],
  },
} as const satisfies Record<string, RetentionRule>;
export type RetentionClass = keyof typeof retentionClasses;
