import type { Role } from "@/lib/access/labels";
import {
  type ClosureCode,
  type DeconflictionOutcome,
  gatewayClosureCodes,
  type PauseReason,
  panelClosureCodes,
  type RetentionClass,
  retentionClasses,
  supportClosureCodes,
} from "@/lib/cases/labels";
import { addDays, addMonths, type Day, daysBetween } from "@/lib/dates";

/** Who makes a move: somebody in a role, or the clock. */
export type Mover = Role | "system";

/** What is known of a case when somebody asks to move it. What is not known counts as not so. */
export type Facts = Partial<{
  today: Day;
  // the referral and the gateway
  isFormComplete: boolean;
  isDangerAnswered: boolean;
  isToldAnswered: boolean;
  lastEditedOn: Day;
  isAcknowledged: boolean;
  areBothNotified: boolean;
  isReferrerInformed: boolean;
  evidence: "clear" | "possible" | "none";
  deconfliction: DeconflictionOutcome;
  partnersAsked: number;
  hasNarrative: boolean;
  // before the panel
  isAssessmentComplete: boolean;
  isAssessmentCountersigned: boolean;
  isRefreshOverdue: boolean;
  requestsWaiting: number;
  hasReasonableGrounds: boolean;
  reasons: string;
  // the panel
  isQuorate: boolean;
  isResidentForcePresent: boolean;
  outcome: string;
  informationGap: string;
  nextMeetingOn: Day;
  defers: number;
  isDeferOverridden: boolean;
  careAnswer: "referral_made" | "already_supported" | "considered_not_needed";
  careArrangements: string;
  closureCode: ClosureCode;
  signpost: string;
  // consent and support
  isInvestigationLive: boolean;
  mayStandBeside: boolean;
  isPersonTold: boolean;
  isActionTaken: boolean;
  isRiskAgreed: boolean;
  isPlanComplete: boolean;
  planActions: number;
  isPlanVersionKept: boolean;
  consent: string;
  isConsentValid: boolean;
  isRiskConsidered: boolean;
  isOtherHelpConsidered: boolean;
  reassessOn: Day | "none";
  hasExitAssessment: boolean;
  isOnwardReferralAnswered: boolean;
  // afterwards
  exitedOn: Day;
  isReviewRecorded: boolean;
  hasNewSection36: boolean;
  linkedCaseId: string;
  retentionClass: RetentionClass;
  hasSecondApprover: boolean;
  isOnLegalHold: boolean;
  openRightsMatters: number;
  isReceiptAccepted: boolean;
  isSharingAgreementLive: boolean;
  isPaused: boolean;
  pauseReason: PauseReason;
  pauseReviewOn: Day;
}>;

type Yes = { [Name in keyof Facts]-?: boolean extends Facts[Name] ? Name : never }[keyof Facts];

export type Guard = { holds: (facts: Facts, mover: Mover) => boolean; otherwise: string };

/** How long an untouched draft is kept (T02). */
export const draftDays = 30;

/** When its writer is told that it waits, so that it does not go unnoticed. */
export const nudgeDays = [7, 25] as const;

/** A pause is looked at again within this many days (T28). */
export const longestPauseDays = 28;

const deferLimit = 2;

/** A review can be held from a month before it is due, so that it need not be late. */
const reviewOpensMonths = 1;

const written = (text: string | undefined) => (text?.trim().length ?? 0) > 0;

const decided =
  (outcome: string): Guard["holds"] =>
  (facts) =>
    facts.outcome === outcome;

const so = (fact: Yes, otherwise: string): Guard => ({
  holds: (facts) => facts[fact] === true,
  otherwise,
});

/** Nobody is assessed once they have died (domain 3.5). */
const hasDied = (code: Facts["closureCode"]) => code === "died" || code === "deceased";

const undecided = "Record the panel's decision first.";

/** What has to be so before a case moves, and what is said when it is not. */
export const guards = {
  notPaused: {
    holds: ({ isPaused }) => !isPaused,
    otherwise: "This case is paused. The gateway can end the pause.",
  },
  formComplete: so(
    "isFormComplete",
    "Some questions have no answer yet. Check your answers before you share this.",
  ),
  dangerAnswered: so(
    "isDangerAnswered",
    "Say whether anybody is in immediate danger. If they are, call 999.",
  ),
  toldAnswered: so("isToldAnswered", "Say whether the person has been told, and if not, why."),
  untouched: {
    holds: ({ lastEditedOn, today }, mover) =>
      mover !== "system" ||
      (!!lastEditedOn && !!today && daysBetween(lastEditedOn, today) >= draftDays),
    otherwise: "A draft is kept for 30 days after it was last changed.",
  },
  acknowledged: so("isAcknowledged", "The referrer has not been sent an acknowledgement."),
  // IS-17
  bothNotified: so(
    "areBothNotified",
    "The police and the council both have to be told of this referral.",
  ),
  gatewayClosure: {
    holds: ({ closureCode }) => !!closureCode && closureCode in gatewayClosureCodes,
    otherwise: "Select why this is being closed.",
  },
  signpostAnswered: {
    holds: ({ signpost }) => written(signpost),
    otherwise: "Say which other service can help, or that none is needed.",
  },
  // 3.5: another need is one that somebody is asked to meet.
  helpNamed: {
    holds: ({ closureCode, signpost }) =>
      closureCode !== "not_radicalisation_other_need" || (written(signpost) && signpost !== "none"),
    otherwise: "Select the service that is asked to meet the other need",
  },
  referrerInformed: so("isReferrerInformed", "Tell the referrer that this has been closed."),
  codeOnly: {
    holds: ({ closureCode, hasNarrative }) =>
      (closureCode === "police_investigation" || closureCode === "unsuitable_police_led") &&
      hasNarrative === false, // IS-24
    otherwise: "A case handed to the police keeps a code and a date, and no account of why.",
  },
  concernPossible: {
    holds: ({ evidence }) => evidence === "clear" || evidence === "possible",
    otherwise: "Say whether the evidence is clear, or limited with a possible concern.",
  },
  deconflicted: {
    holds: ({ deconfliction }) =>
      deconfliction === "clear" || deconfliction === "clear_with_conditions",
    otherwise: "The police have not cleared this case to continue.",
  },
  partnersNamed: {
    holds: ({ partnersAsked = 0 }) => partnersAsked > 0,
    otherwise: "Name at least one partner to ask for information, and say why.",
  },
  assessmentComplete: so("isAssessmentComplete", "Complete the assessment first."),
  requestsSettled: {
    holds: ({ requestsWaiting }) => requestsWaiting === 0,
    otherwise: "A request for information has neither been answered nor run out of time.",
  },
  reasoned: {
    holds: ({ reasons }) => written(reasons),
    otherwise: "Give the reasons for this decision.",
  },
  groundsStated: {
    holds: ({ hasReasonableGrounds, reasons }) => hasReasonableGrounds === true && written(reasons),
    otherwise: "Confirm that there are reasonable grounds to believe, and give the reasons.",
  },
  // AF-07
  countersigned: so(
    "isAssessmentCountersigned",
    "A second reader has to countersign the assessment before the panel sees it.",
  ),
  //
  quorate: so("isQuorate", "The panel is not quorate for this item, so it can only be discussed."),
  // P-03
  residentForcePresent: so(
    "isResidentForcePresent",
    "Police for where the person lives have to be present.",
  ),
  adopted: { holds: decided("adopt"), otherwise: undecided },
  notAdopted: { holds: decided("not_adopt"), otherwise: undecided },
  deferred: { holds: decided("defer"), otherwise: undecided },
  handedToPolice: { holds: decided("police_led"), otherwise: undecided },
  planRevised: { holds: decided("revise_plan"), otherwise: undecided },
  exitAgreed: { holds: decided("exit"), otherwise: undecided },
  // Domain 3.3: off in an area until it says otherwise, and then with three things ticked.
  besideInvestigation: {
    holds: ({ isInvestigationLive, mayStandBeside, ...facts }) =>
      !isInvestigationLive ||
      (mayStandBeside === true &&
        facts.isPersonTold === true &&
        facts.isActionTaken === true &&
        facts.isRiskAgreed === true),
    otherwise:
      "The police have not cleared this case. Support beside an investigation needs an area that allows it, and all three confirmations.",
  },
  planComplete: so(
    "isPlanComplete",
    "The support plan has to say how consent will be asked for, what the support is, and who gives it.",
  ),
  careAnswered: {
    holds: ({ careAnswer, careArrangements }) =>
      careAnswer === "considered_not_needed" || (!!careAnswer && written(careArrangements)),
    otherwise:
      "Say whether the person should be referred to health or social care, and what has been arranged.",
  },
  careReferred: {
    holds: ({ closureCode, careAnswer }) =>
      closureCode !== "not_adopted_refer_health_social_care" || careAnswer === "referral_made",
    otherwise: "Select that a referral has been made, or another reason for not offering support",
  },
  panelClosure: {
    holds: ({ closureCode }) => !!closureCode && closureCode in panelClosureCodes,
    otherwise: "Select why support is not being offered.",
  },
  gapNamed: {
    holds: ({ informationGap }) => written(informationGap),
    otherwise: "Name the information the panel is waiting for.",
  },
  nextMeetingDated: {
    holds: ({ nextMeetingOn, today }) => !!nextMeetingOn && !!today && nextMeetingOn > today,
    otherwise: "Give the date of the next meeting.",
  },
  defersLeft: {
    holds: ({ defers, isDeferOverridden }) =>
      isDeferOverridden === true || (defers !== undefined && defers < deferLimit),
    otherwise: "This case has been deferred twice. Only the chair can allow a third time.",
  },
  // C-01
  consentValid: so("isConsentValid", "Support cannot start before consent is recorded."),
  planHasAction: {
    holds: ({ planActions = 0 }) => planActions > 0,
    otherwise: "Add at least one action to the support plan.",
  },
  consentRefused: {
    holds: ({ consent }) => consent === "refused",
    otherwise: "Record that consent was refused.",
  },
  consentWithdrawn: {
    holds: ({ consent }) => consent === "withdrawn",
    otherwise: "Record that consent was withdrawn.",
  },
  consentLapsed: {
    holds: ({ consent }) => consent === "lapsed",
    otherwise: "Record why consent has to be asked for again.",
  },
  riskConsidered: so("isRiskConsidered", "Say what the panel thought about the remaining concern."),
  otherHelpConsidered: so("isOtherHelpConsidered", "Say what other help the panel considered."),
  reassessmentDecided: {
    holds: ({ reassessOn }) => reassessOn !== undefined, // C-10
    otherwise: "Give the date of a further assessment, or say that there will be none.",
  },
  planVersionKept: so("isPlanVersionKept", "Keep the earlier version of the plan."),
  supportClosure: {
    holds: ({ closureCode }) => !!closureCode && closureCode in supportClosureCodes,
    otherwise: "Select why support is ending.",
  },
  exitAssessed: {
    holds: ({ hasExitAssessment, closureCode }) =>
      hasExitAssessment === true || hasDied(closureCode),
    otherwise: "Complete the exit assessment first.",
  },
  // AF-09, TL-07. A person's own no ends support without waiting for anybody's paper (C-07).
  refreshed: {
    holds: ({ isRefreshOverdue, closureCode }) => isRefreshOverdue !== true || hasDied(closureCode),
    otherwise: "The assessment is overdue. Refresh it before the case is closed.",
  },
  onwardAnswered: so("isOnwardReferralAnswered", "Say whether the person is being referred on."),
  reviewComing: {
    holds: ({ exitedOn, today }) =>
      !!exitedOn && !!today && today >= addMonths(exitedOn, 6 - reviewOpensMonths), // TL-09
    otherwise: "The six-month review opens five months after support ended.",
  },
  reviewRecorded: so("isReviewRecorded", "Record the review first."),
  newSection36: {
    holds: ({ hasNewSection36, linkedCaseId }) => hasNewSection36 === true && written(linkedCaseId),
    otherwise: "A new concern needs a new section 36 decision, linked to the earlier case.",
  },
  linked: {
    holds: ({ linkedCaseId }) => written(linkedCaseId),
    otherwise: "A new referral is linked to the earlier case, which stays closed.",
  },
  retentionAssigned: {
    holds: ({ retentionClass }) => !!retentionClass && retentionClass in retentionClasses, // RET-01
    otherwise: "Say how long this is kept.",
  },
  secondApprover: so("hasSecondApprover", "A second person has to approve the erasure."),
  nothingHeld: {
    holds: ({ isOnLegalHold, openRightsMatters }) =>
      isOnLegalHold === false && openRightsMatters === 0, // RET-03
    otherwise: "A legal hold, a rights request or a complaint is open, so this cannot be erased.",
  },
  receiptAccepted: so("isReceiptAccepted", "The receiving area has not accepted this case."),
  agreementLive: so(
    "isSharingAgreementLive",
    "There is no live sharing agreement with the receiving area.",
  ),
  pauseBounded: {
    holds: ({ isPaused, pauseReason, pauseReviewOn, today }) =>
      isPaused === true ||
      (!!pauseReason &&
        !!pauseReviewOn &&
        !!today &&
        pauseReviewOn > today &&
        pauseReviewOn <= addDays(today, longestPauseDays)),
    otherwise: "A pause needs a reason and a review date, no more than 28 days away.",
  },
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
