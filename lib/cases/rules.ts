import {
  type Facts,
  type Guard,
  type GuardName,
  guards,
  type Mover,
} from "@/lib/cases/guards/rules";
import { type CaseStatus, caseStatuses } from "@/lib/cases/labels";
import { clockKinds } from "@/lib/clocks/labels";
import type { LimitedKind } from "@/lib/clocks/rules";
import { RuleBroken } from "@/lib/errors";

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
