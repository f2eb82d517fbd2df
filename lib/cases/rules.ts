import type { Role } from "@/lib/access/labels";
import type {
  CaseStatus,
  ClosureCode,
  DeconflictionOutcome,
  PauseReason,
  RetentionClass,
  RetentionRule,
} from "@/lib/cases/labels";
import {
  caseStatuses,
  gatewayClosureCodes,
  panelClosureCodes,
  retentionClasses,
  supportClosureCodes,
} from "@/lib/cases/labels";
import { clockKinds } from "@/lib/clocks/labels";
import type { LimitedKind } from "@/lib/clocks/rules";
import { addDays, addMonths, type Day, daysBetween } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";

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
type Guard = { holds: (facts: Facts, mover: Mover) => boolean; otherwise: string };

/** A pause is looked at again within this many days (T28). */
export const longestPauseDays = 28;
/** How long an untouched draft is kept (T02). */
export const draftDays = 30;
/** When its writer is told that it waits, so that it does not go unnoticed. */
export const nudgeDays = [7, 25] as const;
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

type Transition = {
  from: readonly CaseStatus[];
  /** "same" leaves the case where it is; "deleted" leaves no row. */
  to: CaseStatus | "same" | "deleted";
  roles: readonly Mover[];
  guards: readonly GuardName[];
  /** Leaves this row alone, and opens a new one that is linked to it. */
  opensNew?: true;
};

/** Where a case can still be paused, or moved to another area. */
export const liveStatuses = [
  "submitted",
  "gateway",
  "info_gathering",
  "s36_decision",
  "panel_listed",
  "panel_decided",
  "consent_pending",
  "in_support",
  "exited",
  "review_6m",
  "review_12m",
] as const satisfies readonly CaseStatus[];

/** Where nobody works on a case any more: what was asked of others is not waited for. */
export const endings: readonly CaseStatus[] = [
  "closed_not_prevent",
  "closed_declined",
  "police_led",
  "transferred",
  "exited",
];

/** Every lawful move, who may make it, and what has to be so first (domain 3.3). */
export const transitions = {
  T01: {
    from: ["draft"],
    to: "submitted",
    roles: ["referrer", "agency_lead", "gateway_officer", "coordinator", "panel_member"],
    guards: ["dangerAnswered", "toldAnswered", "formComplete"],
  },
  T02: {
    from: ["draft"],
    to: "deleted",
    roles: ["referrer", "agency_lead", "gateway_officer", "coordinator", "panel_member", "system"],
    guards: ["untouched"],
  },
  T03: {
    from: ["submitted"],
    to: "gateway",
    roles: ["system"],
    guards: ["acknowledged", "bothNotified"],
  },
  T04: {
    from: ["gateway"],
    to: "closed_not_prevent",
    roles: ["gateway_officer"],
    guards: ["gatewayClosure", "signpostAnswered", "helpNamed", "referrerInformed"],
  },
  T05: {
    from: ["gateway"],
    to: "police_led",
    roles: ["gateway_officer"],
    guards: ["codeOnly"],
  },
  T06: {
    from: ["gateway"],
    to: "info_gathering",
    roles: ["gateway_officer"],
    guards: ["concernPossible", "deconflicted", "partnersNamed"],
  },
  T07: {
    from: ["info_gathering"],
    to: "s36_decision",
    roles: ["coordinator"],
    guards: ["assessmentComplete", "requestsSettled"],
  },
  T08: {
    from: ["s36_decision"],
    to: "closed_not_prevent",
    roles: ["gateway_officer", "coordinator"],
    guards: ["gatewayClosure", "signpostAnswered", "helpNamed", "reasoned", "refreshed"],
  },
  T09: {
    from: ["s36_decision"],
    to: "panel_listed",
    roles: ["gateway_officer", "coordinator"],
    guards: ["groundsStated", "countersigned"],
  },
  T10: {
    from: ["panel_listed"],
    to: "panel_decided",
    roles: ["chair"],
    guards: ["quorate", "residentForcePresent"],
  },
  T11: {
    from: ["panel_decided"],
    to: "consent_pending",
    roles: ["chair"],
    guards: ["adopted", "besideInvestigation", "planComplete"],
  },
  T12: {
    from: ["panel_decided"],
    to: "closed_not_prevent",
    roles: ["chair"],
    guards: ["notAdopted", "careAnswered", "panelClosure", "careReferred", "refreshed"],
  },
  T13: {
    from: ["panel_decided"],
    to: "panel_listed",
    roles: ["chair"],
    guards: ["deferred", "gapNamed", "nextMeetingDated", "defersLeft"],
  },
  T14: {
    from: ["panel_decided"],
    to: "police_led",
    roles: ["chair"],
    guards: ["handedToPolice", "reasoned"],
  },
  T15: {
    from: ["consent_pending"],
    to: "in_support",
    roles: ["coordinator", "chair"],
    guards: ["consentValid", "planHasAction"],
  },
  T16: {
    from: ["consent_pending"],
    to: "closed_declined",
    roles: ["chair"],
    guards: ["consentRefused", "riskConsidered", "otherHelpConsidered", "reassessmentDecided"],
  },
  T17: {
    from: ["in_support"],
    to: "same",
    roles: ["coordinator", "chair"],
    guards: ["planRevised", "planVersionKept"],
  },
  T18: {
    from: ["in_support"],
    to: "consent_pending",
    roles: ["coordinator", "system"],
    guards: ["consentLapsed"],
  },
  T19: {
    from: ["in_support"],
    to: "closed_declined",
    roles: ["chair"],
    guards: ["consentWithdrawn", "reassessmentDecided"],
  },
  T20: {
    from: ["in_support"],
    to: "exited",
    roles: ["chair"],
    guards: [
      "exitAgreed",
      "exitAssessed",
      "refreshed",
      "supportClosure",
      "careAnswered",
      "onwardAnswered",
    ],
  },
  T21: { from: ["exited"], to: "review_6m", roles: ["system"], guards: ["reviewComing"] },
  T22: { from: ["review_6m"], to: "review_12m", roles: ["chair"], guards: ["reviewRecorded"] },
  T23: {
    from: ["review_6m", "review_12m"],
    to: "panel_listed",
    roles: ["chair"],
    guards: ["newSection36"],
    opensNew: true,
  },
  T24: {
    from: ["review_12m"],
    to: "retention",
    roles: ["chair"],
    guards: ["reviewRecorded", "retentionAssigned"],
  },
  T25: {
    from: ["closed_not_prevent", "closed_declined", "police_led", "transferred"],
    to: "retention",
    roles: ["system"],
    guards: ["retentionAssigned"],
  },
  T26: {
    from: ["retention"],
    to: "erased",
    roles: ["governance_officer"],
    guards: ["secondApprover", "nothingHeld"],
  },
  T27: {
    from: liveStatuses,
    to: "transferred",
    roles: ["coordinator"],
    guards: ["receiptAccepted", "agreementLive"],
  },
  T28: { from: liveStatuses, to: "same", roles: ["gateway_officer"], guards: ["pauseBounded"] },
  T29: {
    from: ["closed_not_prevent", "closed_declined", "retention"],
    to: "submitted",
    roles: ["referrer", "gateway_officer"],
    guards: ["linked"],
    opensNew: true,
  },
} as const satisfies Record<string, Transition>;
export type TransitionId = keyof typeof transitions;

/** Where this row is after the move. A move that opens a new row leaves this one where it was. */
export function statusAfterMove(id: TransitionId, from: CaseStatus): CaseStatus | "deleted" {
  const { to, opensNew }: Transition = transitions[id];
  return to === "same" || opensNew ? from : to;
}

/** What somebody in this role might do next, before the facts are asked. */
export function lawfulMoves(from: CaseStatus, role: Mover): TransitionId[] {
  const all = Object.entries(transitions) as [TransitionId, Transition][];
  return all
    .filter(([, move]) => move.from.includes(from) && move.roles.includes(role))
    .map(([id]) => id);
}

/** What has to run for a case at a step: no case arrives there without it. The database asks the same. */
export const clocksAt: Partial<Record<CaseStatus, readonly LimitedKind[]>> = {
  info_gathering: ["s36_decision"],
  s36_decision: ["s36_decision"],
  panel_listed: ["panel_discussion"],
  consent_pending: ["consent_sought"],
  in_support: ["case_review"],
  exited: ["review_6m", "review_12m"],
  review_6m: ["review_6m", "review_12m"],
  review_12m: ["review_12m"],
};

/** A case does not leave for a step whose next date nobody would be told of. */
export function assertClocksRun(at: CaseStatus, running: readonly string[]): void {
  const missing = (clocksAt[at] ?? []).find((kind) => !running.includes(kind));
  if (!missing) return;
  throw new RuleBroken(
    `The date for "${clockKinds[missing]}" is missing, so this case cannot go on. Tell your administrator.`,
    { missing, at },
  );
}

/** The first sentence that stands in the way of a move, if there is one. */
export function whyNot(id: TransitionId, from: CaseStatus, facts: Facts, role: Mover) {
  const move: Transition = transitions[id];
  if (!move.from.includes(from)) {
    return `This cannot be done now. The case is at "${caseStatuses[from]}".`;
  }
  if (!move.roles.includes(role)) return "Somebody in another role has to do this.";
  const asked: GuardName[] = id === "T28" ? [...move.guards] : ["notPaused", ...move.guards];
  const broken = asked.map((name): Guard => guards[name]).find(({ holds }) => !holds(facts, role));
  return broken?.otherwise;
}

export function assertCanMove(id: TransitionId, from: CaseStatus, facts: Facts, role: Mover): void {
  const sentence = whyNot(id, from, facts, role);
  if (sentence) throw new RuleBroken(sentence, { transition: id, from });
}

/** How long each ending is kept (domain 7.4). What was never shown to be so is kept least. */
const retentionAfter = {
  not_radicalisation_other_need: "signposted",
  no_concern: "unfounded",
  misguided: "unfounded",
  malicious: "unfounded",
  insufficient_information: "unfounded",
  already_open: "unfounded",
  out_of_area: "transferred_out",
  police_investigation: "police_led_stub",
  person_untraceable: "unfounded",
  deceased: "unfounded",
  not_adopted_no_risk: "not_adopted",
  not_adopted_supported_elsewhere: "not_adopted",
  not_adopted_refer_health_social_care: "not_adopted",
  unsuitable_police_led: "police_led_stub",
  consent_refused: "consent_declined",
  exit_no_further_radicalisation_concern: "adopted_exited",
  exit_risk_significantly_reduced: "adopted_exited",
  consent_withdrawn: "consent_declined",
  disengaged_no_contact: "adopted_exited",
  moved_area_transferred: "transferred_out",
  arrested_or_charged: "adopted_exited",
  prison_or_probation_management: "adopted_exited",
  died: "adopted_exited",
} as const satisfies Record<ClosureCode, RetentionClass>;

/** The class of a closed case and its period, which is shorter for a child where the class says so. */
export function retentionClassFor(closure: ClosureCode, isChild: boolean) {
  const retentionClass: RetentionClass = retentionAfter[closure];
  return { retentionClass, period: periodOf(retentionClass, isChild) };
}

function periodOf(retentionClass: RetentionClass, isChild: boolean): RetentionRule["period"] {
  const { period, childPeriod }: RetentionRule = retentionClasses[retentionClass];
  return isChild && childPeriod ? childPeriod : period;
}

/** The last day of keeping. What is permanent has none. */
export function disposeOn(retentionClass: RetentionClass, from: Day, isChild: boolean): Day | null {
  const period = periodOf(retentionClass, isChild);
  if (period === "permanent") return null;
  return "days" in period ? addDays(from, period.days) : addMonths(from, period.months);
}
