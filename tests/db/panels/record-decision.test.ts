import { expect, test } from "vitest";

import { fileStream } from "@/lib/audit/record";
import { moveCase } from "@/lib/cases/commands";
import { withActor } from "@/lib/db/with-actor";
import { NotFound, RuleBroken } from "@/lib/errors";
import { recordDecision } from "@/lib/panels/decisions/commands";
import type { Outcome } from "@/lib/panels/labels";
import { getItemToDecide } from "@/lib/panels/queries";
import { type RecordDecision, recordDecisionSchema } from "@/lib/panels/schema";
import { leftBehind, nothingOpen } from "@/tests/support/ending";
import {
  aCase,
  aConsent,
  anActor,
  anItem,
  aPlan,
  aRequest,
  aSupportAction,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const reasons = "The panel heard from every agency and agreed that support would help the person.";
const care = { careAnswer: "considered_not_needed", careArrangements: "Nothing more was needed" };
const extra: Partial<Record<Outcome, Record<string, string>>> = {
  not_adopt: { closureCode: "not_adopted_no_risk", ...care },
  defer: { informationGap: "What the school knows", nextMeetingOn: "8/1/2099" },
  revise_plan: { planChanges: "More help with housing" },
};

/** What a chair would submit, as the schema gives it. */
function aDecision(itemId: string, outcome: Outcome, more: Record<string, string> = {}) {
  return recordDecisionSchema.parse({
    itemId,
    outcome,
    reasons,
    optionsConsidered: "Early help, and nothing",
    vote: "agreed",
    toldBy: "coordinator",
    tellOn: "1/12/2026",
    ...extra[outcome],
    ...more,
  });
}

async function aQuorateItem(caseStatus = "panel_listed") {
  const chair = await anActor("chair");
  const police = await anActor("panel_member");
  const education = await anActor("panel_member");
  const coordinator = await anActor("coordinator");
  const found = await aCase({ caseStatus, coordinator });
  const item = await anItem(found, { chair, police, education });
  return { chair, police, education, coordinator, case: found, caseId: found.id, itemId: item.id };
}
type Laid = Awaited<ReturnType<typeof aQuorateItem>>;

const decide = ({ chair }: Pick<Laid, "chair">, decision: RecordDecision) =>
  withActor(chair, (ctx) => recordDecision(ctx, decision));
const caseOf = ({ caseId }: Pick<Laid, "caseId">) =>
  owner.case.findUniqueOrThrow({ where: { id: caseId } });
const clocksOf = async (caseId: string) =>
  (await owner.clock.findMany({ where: { caseId, stoppedOn: null } }))
    .map(({ kind }) => kind)
    .sort();

async function assertNothingHappened(laid: Laid, status = "panel_listed") {
  expect(await caseOf(laid)).toMatchObject({ status, version: 1 });
  expect(await owner.panelDecision.count({ where: { caseId: laid.caseId } })).toBe(0);
  expect(await owner.caseMove.count({ where: { caseId: laid.caseId } })).toBe(0);
}

test("adopting a case moves it to consent and is recorded (T10, T11, TL-06, TL-08)", async () => {
  const laid = await aQuorateItem();
  await aPlan(laid.case, laid.coordinator);

  await decide(laid, aDecision(laid.itemId, "adopt"));

  expect(await caseOf(laid)).toMatchObject({ status: "consent_pending", version: 3 });
  expect((await caseOf(laid)).adoptedOn).not.toBeNull();
  expect(await clocksOf(laid.caseId)).toEqual(["case_review", "consent_sought"]);
  const stream = fileStream(laid.case.dataKeyId);
  await expect(owner.auditEvent.findMany({ where: { stream } })).resolves.toMatchObject([
    { type: "decision.recorded", actor: laid.chair.userId, role: "chair" },
  ]);
});

test("the quorum is stamped on the decision as it was then (Q-06)", async () => {
  const laid = await aQuorateItem();
  await aPlan(laid.case, laid.coordinator);

  await decide(laid, aDecision(laid.itemId, "adopt"));

  const decision = await owner.panelDecision.findFirstOrThrow({ where: { itemId: laid.itemId } });
  expect(decision.quorum).toEqual({
    isQuorate: true,
    present: ["chair", "education", "police"],
    missing: [],
  });
});

test("a case without a plan cannot be adopted (T11)", async () => {
  const laid = await aQuorateItem();

  await expect(decide(laid, aDecision(laid.itemId, "adopt"))).rejects.toThrow("support plan");

  await assertNothingHappened(laid);
});

test("an item that is not quorate can only be discussed (Q-06)", async () => {
  const laid = await aQuorateItem();
  await owner.panelAttendee.updateMany({
    where: { itemId: laid.itemId, hatId: laid.police.hatId },
    data: { isPresent: false },
  });

  await expect(decide(laid, aDecision(laid.itemId, "not_adopt"))).rejects.toThrow("not quorate");
  await assertNothingHappened(laid);

  await decide(laid, { itemId: laid.itemId, outcome: "discussed_only", reasons });
  expect(await caseOf(laid)).toMatchObject({ status: "panel_listed", version: 1 });
});

test("police for where the person lives have to be there when they live elsewhere (P-03, Q-03)", async () => {
  const laid = await aQuorateItem();
  await owner.panelItem.update({ where: { id: laid.itemId }, data: { residentForce: "Eastmere" } });

  await expect(decide(laid, aDecision(laid.itemId, "not_adopt"))).rejects.toThrow("not quorate");

  await assertNothingHappened(laid);
});

test("not adopting closes the case, says why, and how long it is kept (T12, RET-01)", async () => {
  const laid = await aQuorateItem();

  await decide(laid, aDecision(laid.itemId, "not_adopt"));

  expect(await caseOf(laid)).toMatchObject({
    status: "closed_not_prevent",
    closureCode: "not_adopted_no_risk",
    retentionClass: "not_adopted",
  });
  expect((await caseOf(laid)).disposeOn).not.toBeNull();
  expect(await clocksOf(laid.caseId)).toEqual([]);
});

test.for(["not_adopt", "police_led"] as const)(
  "IS-16 however the panel ends a case, its referrer is told the same and nobody is waited for: %s",
  async (outcome) => {
    const laid = await aQuorateItem();
    await aRequest(laid.case);
    await aRequest(laid.case, { state: "part" });

    await decide(laid, aDecision(laid.itemId, outcome));

    expect(await leftBehind(laid.caseId)).toEqual(nothingOpen);
  },
);

test("a case can be put off twice, and a third time only if the chair allows it (T13)", async () => {
  const laid = await aQuorateItem();
  await owner.case.update({ where: { id: laid.caseId }, data: { defers: 2 } });

  await expect(decide(laid, aDecision(laid.itemId, "defer"))).rejects.toThrow("deferred twice");
  await assertNothingHappened(laid);

  await decide(laid, aDecision(laid.itemId, "defer", { chairOverride: "yes" }));
  expect(await caseOf(laid)).toMatchObject({ status: "panel_listed", defers: 3 });
  expect(await clocksOf(laid.caseId)).toEqual(["panel_discussion"]);
});

test("handing a case to the police keeps a stub for a year (T14)", async () => {
  const laid = await aQuorateItem();

  await decide(laid, aDecision(laid.itemId, "police_led"));

  expect(await caseOf(laid)).toMatchObject({
    status: "police_led",
    closureCode: "unsuitable_police_led",
    retentionClass: "police_led_stub",
  });
});

test("a monthly review goes on with the support, for a month at most (TL-06)", async () => {
  const laid = await aQuorateItem("in_support");
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);

  const late = decide(laid, aDecision(laid.itemId, "continue", { nextReviewOn: "1/1/2099" }));
  await expect(late).rejects.toThrow("Next review date must be on or before");

  await decide(laid, aDecision(laid.itemId, "continue", { nextReviewOn: soon }));
  expect(await caseOf(laid)).toMatchObject({ status: "in_support", version: 2 });
  expect(await clocksOf(laid.caseId)).toEqual(["case_review"]);
});

test("a plan that is revised keeps its earlier version (T17)", async () => {
  const laid = await aQuorateItem("in_support");
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const decision = aDecision(laid.itemId, "revise_plan", { nextReviewOn: soon });

  await expect(decide(laid, decision)).rejects.toThrow("Keep the earlier version");
  await assertNothingHappened(laid, "in_support");

  await aPlan(laid.case, laid.coordinator);
  await decide(laid, decision);
  const moves = await owner.caseMove.findMany({ where: { caseId: laid.caseId } });
  expect(moves).toMatchObject([{ transition: "T17", toStatus: "in_support" }]);
});

async function aCaseReadyToEnd() {
  const laid = await aQuorateItem("in_support");
  await aConsent(laid.case);
  const assessment = await owner.assessment.create({
    data: {
      caseId: laid.caseId,
      areaId: laid.case.areaId,
      frameworkId: "blank",
      frameworkVersion: "1",
      number: 1,
      purpose: "exit",
      status: "complete",
      authorHatId: laid.coordinator.hatId,
      startedAt: new Date(),
    },
  });
  const exit = { ...care, closureCode: "exit_risk_significantly_reduced", onwardReferral: "no" };
  const decision = aDecision(laid.itemId, "exit", { ...exit, exitAssessmentId: assessment.id });
  return { ...laid, decision, assessmentId: assessment.id };
}

test("ending support sets both reviews, and nothing else runs (T20, TL-09)", async () => {
  const laid = await aCaseReadyToEnd();
  await aRequest(laid.case);

  await decide(laid, laid.decision);

  expect(await caseOf(laid)).toMatchObject({
    status: "exited",
    closureCode: "exit_risk_significantly_reduced",
    retentionClass: "adopted_exited",
  });
  expect(await clocksOf(laid.caseId)).toEqual(["review_12m", "review_6m"]);
  const reviews = await owner.review.findMany({ where: { caseId: laid.caseId } });
  expect(reviews.map(({ kind }) => kind).sort()).toEqual(["review_12m", "review_6m"]);
  expect(await leftBehind(laid.caseId)).toEqual(nothingOpen); // IS-16
});

test("support does not end while something in the plan is open, or without an exit assessment (T20)", async () => {
  const laid = await aCaseReadyToEnd();
  const action = await aSupportAction(laid.case, laid.coordinator);

  await expect(decide(laid, laid.decision)).rejects.toThrow("Finish or cancel every action");
  await owner.action.update({ where: { id: action.id }, data: { status: "cancelled" } });
  await owner.assessment.update({ where: { id: laid.assessmentId }, data: { purpose: "refresh" } });
  await expect(decide(laid, laid.decision)).rejects.toThrow("exit assessment");

  await assertNothingHappened(laid, "in_support");
});

test("to somebody with a conflict, the item is not there (Q-07, IS-18)", async () => {
  const laid = await aQuorateItem();
  await owner.caseConflict.create({
    data: {
      caseId: laid.caseId,
      areaId: laid.case.areaId,
      userId: laid.chair.userId,
      declaredAt: new Date(),
    },
  });

  await expect(decide(laid, aDecision(laid.itemId, "not_adopt"))).rejects.toThrow(NotFound);

  await assertNothingHappened(laid);
});

test("nobody but the chair of this item decides it", async () => {
  const laid = await aQuorateItem();
  const decision = aDecision(laid.itemId, "not_adopt");
  const stranger = await anActor("chair");

  for (const who of [laid.coordinator, laid.police]) {
    await expect(decide({ chair: who }, decision)).rejects.toThrow("You cannot do this");
  }
  await expect(decide({ chair: stranger }, decision)).rejects.toThrow(NotFound);

  await assertNothingHappened(laid);
});

test("a case that moved while it was being read is not moved again", async () => {
  const laid = await aQuorateItem();

  const overtaken = withActor(laid.chair, async (ctx) => {
    const item = await getItemToDecide(ctx, laid.itemId);
    await owner.case.update({ where: { id: laid.caseId }, data: { status: "police_led" } });
    await moveCase(ctx, item.case, "T10", { isQuorate: true, isResidentForcePresent: true });
  });

  await expect(overtaken).rejects.toThrow(RuleBroken);
});

test("a second decision on the same item is refused", async () => {
  const laid = await aQuorateItem();
  await decide(laid, aDecision(laid.itemId, "not_adopt"));

  const again = decide(laid, aDecision(laid.itemId, "not_adopt"));

  await expect(again).rejects.toThrow("already decided");
});

test("a decision is written once: the application cannot change or remove it (Q-06)", async () => {
  const laid = await aQuorateItem();
  await decide(laid, aDecision(laid.itemId, "not_adopt"));
  const where = { itemId: laid.itemId };

  const change = withActor(laid.chair, ({ tx }) =>
    tx.panelDecision.updateMany({ where, data: { reasons: "Something else" } }),
  );
  await expect(change).rejects.toThrow(/permission denied/);
  const remove = withActor(laid.chair, ({ tx }) => tx.panelDecision.deleteMany({ where }));

  await expect(remove).rejects.toThrow(/permission denied/);
});

test("those in the room are told with a reference and a link, and nobody with a conflict is (IS-18, IS-23)", async () => {
  const laid = await aQuorateItem();
  await owner.caseConflict.create({
    data: {
      caseId: laid.caseId,
      areaId: laid.case.areaId,
      userId: laid.education.userId,
      declaredAt: new Date(),
    },
  });
  const adult = await anActor("panel_member");
  await owner.panelAttendee.create({
    data: {
      itemId: laid.itemId,
      meetingId: (await owner.panelItem.findUniqueOrThrow({ where: { id: laid.itemId } }))
        .meetingId,
      caseId: laid.caseId,
      areaId: laid.case.areaId,
      hatId: adult.hatId,
      userId: adult.userId,
      organisationId: adult.organisationId,
      seat: "childrens_social_care",
      isPresent: true,
    },
  });

  await decide(laid, aDecision(laid.itemId, "not_adopt"));

  const told = await owner.notification.findMany({ where: { reference: laid.case.reference } });
  expect(told.map(({ hatId }) => hatId)).toContain(laid.police.hatId);
  expect(told.map(({ hatId }) => hatId)).not.toContain(laid.education.hatId);
  expect(told[0]).toMatchObject({ kind: "decision_recorded", reference: laid.case.reference });
});

const ticked = { personTold: "yes", actionTaken: "yes", riskAgreed: "yes" };

// By default no area allows it; then all three are needed; and what is cleared needs none of this.
test.for([
  ["hold", false, {}, false],
  ["hold", false, ticked, false],
  ["hold", true, {}, false],
  ["hold", true, { ...ticked, riskAgreed: "" }, false],
  ["hold", true, ticked, true],
  ["police_led", false, ticked, false],
  ["clear_with_conditions", false, {}, true],
] as const)(
  "T11 the police answered %s, the area allows support beside it: %s, with %o: adopted %s",
  async ([outcome, isAllowed, ticks, isAdopted]) => {
    const laid = await aQuorateItem();
    const { areaId, id: caseId, referral } = laid.case;
    await aPlan(laid.case, laid.coordinator);
    await owner.deconfliction.create({
      data: {
        ...{ referralId: referral.id, caseId, areaId, outcome },
        ...{ recordedByHatId: laid.coordinator.hatId, recordedAt: new Date() },
      },
    });
    await owner.area.update({
      where: { id: areaId },
      data: { supportBesideInvestigation: isAllowed },
    });
    const given = Object.fromEntries(Object.entries(ticks).filter(([, tick]) => tick));

    const decided = decide(laid, aDecision(laid.itemId, "adopt", given));

    if (isAdopted) await decided;
    else await expect(decided).rejects.toThrow("The police have not cleared this case");
    await owner.area.update({
      where: { id: areaId },
      data: { supportBesideInvestigation: false },
    });
    expect((await caseOf(laid)).status).toBe(isAdopted ? "consent_pending" : "panel_listed");
  },
);
