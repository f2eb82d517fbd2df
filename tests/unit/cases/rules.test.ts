import { expect, test } from "vitest";

import { roleLabels } from "@/lib/access/labels";
import { type Facts, type GuardName, guards, type Mover } from "@/lib/cases/guards/rules";
import { type CaseStatus, type ClosureCode, caseStatuses, closureCodes } from "@/lib/cases/labels";
import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import {
  assertCanMove,
  lawfulMoves,
  statusAfterMove,
  type TransitionId,
  transitions,
  whyNot,
} from "@/lib/cases/rules";
import { RuleBroken } from "@/lib/errors";
import { deferral, type MoveRow, moves, moveDay as today } from "@/tests/support/moves";

const everyStatus = Object.keys(caseStatuses) as CaseStatus[];
const everyMove = Object.keys(transitions) as TransitionId[];
const everyRole = [...Object.keys(roleLabels), "system"] as Mover[];

test("every transition of the domain is in the table, and no other", () => {
  expect(moves.map(([id]) => id)).toEqual(everyMove);
});

for (const [id, froms, to, allowed, known] of moves) {
  const facts = { today, ...known };
  const [first = "draft"] = froms.split(" ") as CaseStatus[];
  const [mover = "system"] = allowed.split(" ") as Mover[];

  test(`${id} is lawful from ${froms}, and from nowhere else`, () => {
    for (const from of everyStatus) {
      const can = whyNot(id, from, facts, mover) === undefined;
      expect([from, can]).toEqual([from, froms.split(" ").includes(from)]);
    }
  });

  test(`${id} is for ${allowed}, and nobody else`, () => {
    for (const role of everyRole) {
      const can = whyNot(id, first, facts, role) === undefined;
      expect([role, can]).toEqual([role, allowed.split(" ").includes(role)]);
      expect(lawfulMoves(first, role).includes(id)).toBe(can);
    }
  });

  test(`${id} ends at ${to}`, () => {
    expect(statusAfterMove(id, first)).toBe(to === "same" ? first : to);
  });

  test(`${id} says nothing is known, and refuses`, () => {
    expect(() =>
      assertCanMove(id, first, { today }, mover === "referrer" && id === "T02" ? "system" : mover),
    ).toThrow(RuleBroken);
  });

  test(`${id} waits while the case is paused, unless it ends the pause`, () => {
    const sentence = whyNot(id, first, { ...facts, isPaused: true }, mover);
    expect(sentence).toBe(id === "T28" ? undefined : guards.notPaused.otherwise);
  });
}

/** For each guard, a move it stands before, and facts that it does not like. */
const failing: [GuardName, TransitionId, Facts][] = [
  ["notPaused", "T22", { isPaused: true }],
  ["formComplete", "T01", { isFormComplete: false }],
  ["dangerAnswered", "T01", { isDangerAnswered: false }],
  ["toldAnswered", "T01", { isToldAnswered: false }],
  ["untouched", "T02", { lastEditedOn: "2026-02-11" }],
  ["acknowledged", "T03", { isAcknowledged: false }],
  ["bothNotified", "T03", { areBothNotified: false }],
  ["gatewayClosure", "T04", { closureCode: "consent_refused" }],
  ["gatewayClosure", "T08", { closureCode: undefined }],
  ["signpostAnswered", "T04", { signpost: " " }],
  ["signpostAnswered", "T08", { signpost: "" }],
  ["helpNamed", "T04", { closureCode: "not_radicalisation_other_need", signpost: "none" }],
  ["helpNamed", "T08", { closureCode: "not_radicalisation_other_need", signpost: "none" }],
  ["referrerInformed", "T04", { isReferrerInformed: false }],
  ["codeOnly", "T05", { hasNarrative: true }],
  ["codeOnly", "T05", { closureCode: "no_concern" }],
  ["concernPossible", "T06", { evidence: "none" }],
  ["deconflicted", "T06", { deconfliction: "hold" }],
  ["deconflicted", "T06", { deconfliction: "police_led" }],
  ["partnersNamed", "T06", { partnersAsked: 0 }],
  ["assessmentComplete", "T07", { isAssessmentComplete: false }],
  ["requestsSettled", "T07", { requestsWaiting: 1 }],
  ["reasoned", "T08", { reasons: " " }],
  ["groundsStated", "T09", { hasReasonableGrounds: false }],
  ["groundsStated", "T09", { reasons: "" }],
  ["countersigned", "T09", { isAssessmentCountersigned: false }],
  ["quorate", "T10", { isQuorate: false }],
  ["residentForcePresent", "T10", { isResidentForcePresent: false }],
  ["adopted", "T11", { outcome: "defer" }],
  ["besideInvestigation", "T11", { isInvestigationLive: true }],
  ["besideInvestigation", "T11", { isInvestigationLive: true, mayStandBeside: true }],
  [
    "besideInvestigation",
    "T11",
    {
      ...{ isInvestigationLive: true, mayStandBeside: false },
      ...{ isPersonTold: true, isActionTaken: true, isRiskAgreed: true },
    },
  ],
  ["planComplete", "T11", { isPlanComplete: false }],
  ["notAdopted", "T12", { outcome: "adopt" }],
  ["careAnswered", "T12", { careAnswer: undefined }],
  ["careAnswered", "T12", { careAnswer: "referral_made" }],
  ["careAnswered", "T20", { careArrangements: "" }],
  ["panelClosure", "T12", { closureCode: "no_concern" }],
  ["careReferred", "T12", { closureCode: "not_adopted_refer_health_social_care" }],
  ["deferred", "T13", { outcome: "adopt" }],
  ["gapNamed", "T13", { informationGap: "" }],
  ["nextMeetingDated", "T13", { nextMeetingOn: today }],
  ["nextMeetingDated", "T13", { nextMeetingOn: undefined }],
  ["defersLeft", "T13", { defers: 2 }],
  ["handedToPolice", "T14", { outcome: "adopt" }],
  ["reasoned", "T14", { reasons: " " }],
  ["consentValid", "T15", { isConsentValid: false }],
  ["planHasAction", "T15", { planActions: 0 }],
  ["consentRefused", "T16", { consent: "sought" }],
  ["riskConsidered", "T16", { isRiskConsidered: false }],
  ["otherHelpConsidered", "T16", { isOtherHelpConsidered: false }],
  ["reassessmentDecided", "T16", { reassessOn: undefined }],
  ["planRevised", "T17", { outcome: "continue" }],
  ["planVersionKept", "T17", { isPlanVersionKept: false }],
  ["consentLapsed", "T18", { consent: "given" }],
  ["consentWithdrawn", "T19", { consent: "given" }],
  ["reassessmentDecided", "T19", { reassessOn: undefined }],
  ["exitAgreed", "T20", { outcome: "continue" }],
  ["exitAssessed", "T20", { hasExitAssessment: false }],
  ["refreshed", "T20", { isRefreshOverdue: true }],
  ["refreshed", "T08", { isRefreshOverdue: true }],
  ["refreshed", "T12", { isRefreshOverdue: true }],
  ["supportClosure", "T20", { closureCode: "no_concern" }],
  ["onwardAnswered", "T20", { isOnwardReferralAnswered: false }],
  ["reviewComing", "T21", { exitedOn: "2025-10-13" }],
  ["reviewRecorded", "T22", { isReviewRecorded: false }],
  ["reviewRecorded", "T24", { isReviewRecorded: false }],
  ["newSection36", "T23", { hasNewSection36: false }],
  ["newSection36", "T23", { linkedCaseId: "" }],
  ["retentionAssigned", "T24", { retentionClass: undefined }],
  ["retentionAssigned", "T25", { retentionClass: undefined }],
  ["secondApprover", "T26", { hasSecondApprover: false }],
  ["nothingHeld", "T26", { isOnLegalHold: true }],
  ["nothingHeld", "T26", { openRightsMatters: 1 }],
  ["receiptAccepted", "T27", { isReceiptAccepted: false }],
  ["agreementLive", "T27", { isSharingAgreementLive: false }],
  ["pauseBounded", "T28", { pauseReviewOn: "2026-04-10" }],
  ["pauseBounded", "T28", { pauseReviewOn: today }],
  ["pauseBounded", "T28", { pauseReason: undefined }],
  ["linked", "T29", { linkedCaseId: undefined }],
];

test.for([
  ["died", undefined],
  ["exit_risk_significantly_reduced", "Complete the exit assessment first."],
] as const)(
  "support that ends with %s asks for an assessment: %s (T20, 3.5)",
  ([closureCode, sentence]) => {
    const [, , , , facts] = moves.find(([id]) => id === "T20") as MoveRow;
    const unassessed = { ...facts, closureCode, hasExitAssessment: false };

    expect(whyNot("T20", "in_support", unassessed, "chair")).toBe(sentence);
    expect(whyNot("T20", "in_support", { ...unassessed, isRefreshOverdue: true }, "chair")).toBe(
      sentence,
    );
  },
);

test.for(failing)("%s stops %s when %o", ([guard, id, wrong]) => {
  const [, froms, , allowed, facts] = moves.find(([rowId]) => rowId === id) as MoveRow;
  const from = froms.split(" ")[0] as CaseStatus;
  const mover = (id === "T02" ? "system" : allowed.split(" ")[0]) as Mover;

  expect(whyNot(id, from, { today, ...facts, ...wrong }, mover)).toBe(guards[guard].otherwise);
});

test("every guard of every move is seen to stop it", () => {
  const pairs = everyMove.flatMap((id) => transitions[id].guards.map((guard) => `${guard} ${id}`));
  const seen = failing.map(([guard, id]) => `${guard} ${id}`);

  expect(pairs.filter((pair) => !seen.includes(pair))).toEqual([]);
  expect(new Set(failing.map(([guard]) => guard))).toEqual(new Set(Object.keys(guards)));
});

test("a third deferral is the chair's to allow (T13)", () => {
  const third = { today, ...deferral, defers: 2, isDeferOverridden: true };

  expect(whyNot("T13", "panel_listed", third, "chair")).toBeDefined();
  expect(whyNot("T13", "panel_decided", third, "chair")).toBeUndefined();
});

test("a writer can throw away a draft before the clock does (T02)", () => {
  expect(whyNot("T02", "draft", { today, lastEditedOn: today }, "referrer")).toBeUndefined();
  expect(whyNot("T02", "draft", { today, lastEditedOn: today }, "system")).toBeDefined();
});

test("a pause lasts 28 days at most, and ends whenever the gateway says (T28)", () => {
  const pause = { today, pauseReason: "police_request" } as const;

  const after28 = whyNot(
    "T28",
    "in_support",
    { ...pause, pauseReviewOn: "2026-04-09" },
    "gateway_officer",
  );
  const after29 = whyNot(
    "T28",
    "in_support",
    { ...pause, pauseReviewOn: "2026-04-10" },
    "gateway_officer",
  );
  const ending = whyNot("T28", "in_support", { today, isPaused: true }, "gateway_officer");

  expect([after28, after29, ending]).toEqual([undefined, guards.pauseBounded.otherwise, undefined]);
});

test.for([
  ["no_concern", false, "unfounded", { months: 6 }],
  ["no_concern", true, "unfounded", { months: 3 }],
  ["malicious", true, "unfounded", { months: 3 }],
  ["not_radicalisation_other_need", true, "signposted", { months: 12 }],
  ["not_adopted_no_risk", false, "not_adopted", { months: 24 }],
  ["consent_refused", false, "consent_declined", { months: 24 }],
  ["consent_withdrawn", false, "consent_declined", { months: 24 }],
  ["police_investigation", false, "police_led_stub", { months: 12 }],
  ["unsuitable_police_led", false, "police_led_stub", { months: 12 }],
  ["moved_area_transferred", false, "transferred_out", { months: 6 }],
  ["exit_no_further_radicalisation_concern", true, "adopted_exited", { months: 72 }],
] as const)(
  "after %s (a child: %s) a case is kept as %s",
  ([closure, isChild, retentionClass, period]) => {
    expect(retentionClassFor(closure, isChild)).toEqual({ retentionClass, period });
  },
);

test("every way to close has a class, and a child's is never kept longer", () => {
  for (const closure of Object.keys(closureCodes) as ClosureCode[]) {
    const { retentionClass } = retentionClassFor(closure, true);
    const child = disposeOn(retentionClass, today, true) as string;
    const adult = disposeOn(retentionClass, today, false) as string;
    expect(child <= adult).toBe(true);
  }
});

test("a period ends on a day, unless it never does", () => {
  expect(disposeOn("draft_not_submitted", "2026-03-31", false)).toBe("2026-04-30");
  expect(disposeOn("unfounded", "2026-08-31", false)).toBe("2027-02-28");
  expect(disposeOn("unfounded", "2026-08-31", true)).toBe("2026-11-30");
  expect(disposeOn("published_document", "2026-08-31", false)).toBeNull();
});

test("T11 support beside an overt investigation takes an area that allows it and three confirmations", () => {
  const facts: Facts = {
    ...{ today, outcome: "adopt", isPlanComplete: true, isInvestigationLive: true },
    ...{ mayStandBeside: true, isPersonTold: true, isActionTaken: true, isRiskAgreed: true },
  };

  expect(whyNot("T11", "panel_decided", facts, "chair")).toBeUndefined();
  for (const left of ["isPersonTold", "isActionTaken", "isRiskAgreed"] as const) {
    expect(whyNot("T11", "panel_decided", { ...facts, [left]: false }, "chair")).toBe(
      guards.besideInvestigation.otherwise,
    );
  }
});
