import type { Facts } from "@/lib/cases/guards/rules";
import type { TransitionId } from "@/lib/cases/rules";

/** The domain's own table of moves (3.3), written out by hand beside the one that the application follows. */

export const moveDay = "2026-03-12";
const live =
  "submitted gateway info_gathering s36_decision panel_listed panel_decided consent_pending in_support exited review_6m review_12m";
const writers = "referrer agency_lead gateway_officer coordinator panel_member";
const police: Facts = { closureCode: "police_investigation", hasNarrative: false };
export const deferral: Facts = {
  outcome: "defer",
  informationGap: "School attendance",
  nextMeetingOn: "2026-04-09",
  defers: 1,
};

export type MoveRow = [id: TransitionId, from: string, to: string, roles: string, facts: Facts];
// The domain's own table (3.3), with facts that are just enough.
export const moves: MoveRow[] = [
  [
    "T01",
    "draft",
    "submitted",
    writers,
    { isDangerAnswered: true, isToldAnswered: true, isFormComplete: true },
  ],
  ["T02", "draft", "deleted", `${writers} system`, { lastEditedOn: "2026-02-10" }],
  ["T03", "submitted", "gateway", "system", { isAcknowledged: true, areBothNotified: true }],
  [
    "T04",
    "gateway",
    "closed_not_prevent",
    "gateway_officer",
    { closureCode: "no_concern", signpost: "none", isReferrerInformed: true },
  ],
  ["T05", "gateway", "police_led", "gateway_officer", police],
  [
    "T06",
    "gateway",
    "info_gathering",
    "gateway_officer",
    { evidence: "possible", deconfliction: "clear", partnersAsked: 1 },
  ],
  [
    "T07",
    "info_gathering",
    "s36_decision",
    "coordinator",
    { isAssessmentComplete: true, requestsWaiting: 0 },
  ],
  [
    "T08",
    "s36_decision",
    "closed_not_prevent",
    "gateway_officer coordinator",
    { closureCode: "no_concern", signpost: "none", reasons: "Nothing was found" },
  ],
  [
    "T09",
    "s36_decision",
    "panel_listed",
    "gateway_officer coordinator",
    { hasReasonableGrounds: true, reasons: "Because", isAssessmentCountersigned: true },
  ],
  [
    "T10",
    "panel_listed",
    "panel_decided",
    "chair",
    { isQuorate: true, isResidentForcePresent: true },
  ],
  ["T11", "panel_decided", "consent_pending", "chair", { outcome: "adopt", isPlanComplete: true }],
  [
    "T12",
    "panel_decided",
    "closed_not_prevent",
    "chair",
    {
      outcome: "not_adopt",
      careAnswer: "considered_not_needed",
      closureCode: "not_adopted_no_risk",
    },
  ],
  ["T13", "panel_decided", "panel_listed", "chair", deferral],
  ["T14", "panel_decided", "police_led", "chair", { outcome: "police_led", reasons: "Because" }],
  [
    "T15",
    "consent_pending",
    "in_support",
    "coordinator chair",
    { isConsentValid: true, planActions: 1 },
  ],
  [
    "T16",
    "consent_pending",
    "closed_declined",
    "chair",
    { consent: "refused", isRiskConsidered: true, isOtherHelpConsidered: true, reassessOn: "none" },
  ],
  [
    "T17",
    "in_support",
    "in_support",
    "coordinator chair",
    { outcome: "revise_plan", isPlanVersionKept: true },
  ],
  ["T18", "in_support", "consent_pending", "coordinator system", { consent: "lapsed" }],
  [
    "T19",
    "in_support",
    "closed_declined",
    "chair",
    { consent: "withdrawn", reassessOn: "2026-06-01" },
  ],
  [
    "T20",
    "in_support",
    "exited",
    "chair",
    {
      outcome: "exit",
      hasExitAssessment: true,
      closureCode: "exit_risk_significantly_reduced",
      careAnswer: "referral_made",
      careArrangements: "GP",
      isOnwardReferralAnswered: true,
    },
  ],
  ["T21", "exited", "review_6m", "system", { exitedOn: "2025-10-12" }],
  ["T22", "review_6m", "review_12m", "chair", { isReviewRecorded: true }],
  ["T23", "review_6m review_12m", "same", "chair", { hasNewSection36: true, linkedCaseId: "old" }],
  [
    "T24",
    "review_12m",
    "retention",
    "chair",
    { isReviewRecorded: true, retentionClass: "adopted_exited" },
  ],
  [
    "T25",
    "closed_not_prevent closed_declined police_led transferred",
    "retention",
    "system",
    { retentionClass: "unfounded" },
  ],
  [
    "T26",
    "retention",
    "erased",
    "governance_officer",
    { hasSecondApprover: true, isOnLegalHold: false, openRightsMatters: 0 },
  ],
  [
    "T27",
    live,
    "transferred",
    "coordinator",
    { isReceiptAccepted: true, isSharingAgreementLive: true },
  ],
  [
    "T28",
    live,
    "same",
    "gateway_officer",
    { pauseReason: "police_request", pauseReviewOn: "2026-04-09" },
  ],
  [
    "T29",
    "closed_not_prevent closed_declined retention",
    "same",
    "referrer gateway_officer",
    { linkedCaseId: "old" },
  ],
];
