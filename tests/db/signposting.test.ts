import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { fileStream } from "@/lib/audit/record";
import { viewHistory } from "@/lib/cases/history/queries";
import { viewCase } from "@/lib/cases/overview/queries";
import { decideSection36 } from "@/lib/cases/section-36/commands";
import { viewSection36 } from "@/lib/cases/section-36/queries";
import { decideSection36Schema } from "@/lib/cases/section-36/schema";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { addDays, addWorkingDays, dayOf, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, RuleBroken } from "@/lib/errors";
import { listWaiting } from "@/lib/home/waiting/queries";
import { recordDecision } from "@/lib/panels/decisions/commands";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { viewAtGateway } from "@/lib/referrals/gateway/queries";
import { screenReferral } from "@/lib/referrals/screening/commands";
import { screenReferralSchema } from "@/lib/referrals/screening/schema";
import { answerOnward, chaseOnward } from "@/lib/support/onward/commands";
import { getOnward } from "@/lib/support/onward/queries";
import { answerTransfer, offerTransfer } from "@/lib/transfers/commands";
import { anOnwardReferral } from "@/tests/support/aftercare";
import {
  aCase,
  anActor,
  anArea,
  anAssessment,
  anItem,
  aReadyArea,
  aReferral,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const due = addWorkingDays(today, 10);
const reasons = "Two agencies read this, and both came to the same view of what lies behind it.";
const hub = { signpostTo: "Family hub, duty worker", signpostSaid: "They ring the family today." };

async function aTeam() {
  const area = await aReadyArea();
  const referral = await aReferral({ ...area, status: "gateway" });
  return { ...area, referral };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const close = ({ officer, referral }: Team, more: object = {}) =>
  withActor(officer, (ctx) =>
    screenReferral(
      ctx,
      screenReferralSchema.parse({
        ...{ referralId: referral.id, outcome: "close", closureCode: "misguided", reasons },
        ...{ signpost: "early_help", signpostAnswer: "waiting", ...hub, referrerInformed: "yes" },
        ...more,
      }),
    ),
  );
const onwardsOf = ({ referral }: Team) =>
  owner.onwardReferral.findMany({ where: { referralId: referral.id } });
async function aSignpost() {
  const team = await aTeam();
  await close(team);
  const [{ id: onwardId } = { id: "" }] = await onwardsOf(team);
  return { ...team, onwardId };
}
const clocksOf = (onwardId: string) =>
  owner.clock.findMany({ where: { onwardId }, orderBy: { dueOn: "asc" } });

const answer = (who: Actor, onwardId: string, version: number, state = "accepted") =>
  withActor(who, (ctx) =>
    answerOnward(ctx, {
      ...{ onwardId, version, state: state as "accepted", answeredOn: today },
      answer: "A worker meets the family on Friday.",
    }),
  );
const chase = (who: Actor, onwardId: string, version: number) =>
  withActor(who, (ctx) => chaseOnward(ctx, { onwardId, version }));

test("3.5 a closure that names another service keeps to whom, when and what was said, with a clock of the gateway's", async () => {
  const { onwardId, officer, ...team } = await aSignpost();

  expect(await onwardsOf({ ...team, officer })).toMatchObject([
    {
      ...{ service: "Early help: Family hub, duty worker", said: hub.signpostSaid },
      ...{ madeAtStage: "gateway", state: "waiting", madeByHatId: officer.hatId, caseId: null },
      dueOn: toDateColumn(due),
    },
  ]);
  expect(await clocksOf(onwardId)).toMatchObject([
    { kind: "onward_answer", ownerRole: "gateway_officer", stoppedOn: null },
  ]);
});

test.for([
  ["accepted", "accepted", "early_help", 1],
  ["declined_by_service", "not_accepted", "early_help", 1],
  ["declined_by_person", "not_accepted", "housing", 1],
  ["not_needed", null, "none", 0],
] as const)(
  "3.5 a service that has %s by then is %s, and nobody asks after it",
  async ([signpostAnswer, state, signpost, rows]) => {
    const team = await aTeam();

    await close(team, { signpost, signpostAnswer });

    const made = await onwardsOf(team);
    expect(made.map((one) => one.state)).toEqual(state ? [state] : []);
    expect(made).toHaveLength(rows);
    const running = { areaId: team.areaId, kind: "onward_answer" };
    expect(await owner.clock.count({ where: running })).toBe(0);
  },
);

test("3.5 the gateway records the answer once: the clock stops, and it is on the log of the referral", async () => {
  const { onwardId, officer, referral, ...team } = await aSignpost();

  const { path } = await answer(officer, onwardId, 1);

  expect(path).toBe(`/referrals/${referral.reference}`);
  expect(await onwardsOf({ ...team, officer, referral })).toMatchObject([{ state: "accepted" }]);
  expect(await clocksOf(onwardId)).toMatchObject([{ outcome: "met" }]);
  const stream = fileStream(referral.dataKeyId);
  const types = (await owner.auditEvent.findMany({ where: { stream } })).map(({ type }) => type);
  expect(types).toContain("onward.answered");
  await expect(answer(officer, onwardId, 2)).rejects.toThrow(RuleBroken);
  await expect(chase(officer, onwardId, 2)).rejects.toThrow(RuleBroken);
});

test("3.5 no answer is the end of it only once the service was asked again, and each time has a clock of its own", async () => {
  const { onwardId, officer } = await aSignpost();
  const late = toDateColumn(addDays(today, -1));
  await owner.onwardReferral.update({ where: { id: onwardId }, data: { dueOn: late } });

  await expect(answer(officer, onwardId, 1, "no_answer")).rejects.toThrow(FieldsRefused);
  await chase(officer, onwardId, 1);
  await expect(chase(officer, onwardId, 1)).rejects.toThrow(RuleBroken);
  await answer(officer, onwardId, 2, "no_answer");

  const clocks = await clocksOf(onwardId);
  expect(clocks.map(({ outcome }) => outcome)).toEqual(["missed", "met", "met"]);
  const written = owner.onwardReferral.update({
    ...{ where: { id: onwardId }, data: { chases: 0 } },
  });
  await expect(written).rejects.toThrow("silence_is_asked_after");
});

test("3.5 what the gateway signposted is nobody else's, and stays as it was", async () => {
  const { onwardId, areaId, coordinator, referrer } = await aSignpost();
  const others = [coordinator, referrer, await anActor("gateway_officer", await elsewhere())];
  for (const role of ["chair", "panel_member", "governance_officer"] as const)
    others.push(await anActor(role, { areaId }));

  for (const who of others) await expect(answer(who, onwardId, 1)).rejects.toThrow(NotFound);

  expect(await owner.onwardReferral.findUnique({ where: { id: onwardId } })).toMatchObject({
    ...{ state: "waiting", version: 1 },
  });
});
const elsewhere = async () => ({ areaId: (await anArea()).id });

test("3.5 it waits on the gateway's home, and the gateway is told when it is late", async () => {
  const { onwardId, officer, areaId, referral } = await aSignpost();
  const path = `/referrals/${referral.reference}/signposting/${onwardId}`;

  const waiting = await withActor(officer, (ctx) => listWaiting(ctx, today));
  expect(waiting.find(({ kind }) => kind === "signposts")?.items).toMatchObject([
    { text: referral.reference, path, due },
  ]);
  const dayAfter = addDays(due, 1);
  for (let turn = 0; turn < 2; turn++)
    await withActor(
      theSystem(areaId),
      takeDueSteps,
      instantAt(addWorkingDays(dayAfter, 0), "10:00"),
    );

  const told = { hatId: officer.hatId, kind: "clock_overdue", reference: referral.reference };
  expect(await owner.notification.count({ where: told })).toBe(1);
});

/** A case that waits for its section 36 decision, with those who work on it. */
async function aCaseToDecide() {
  const { id: areaId } = await anArea();
  const [cora, gwen] = [
    await anActor("coordinator", { areaId }),
    await anActor("gateway_officer", { areaId }),
  ];
  const found = await aCase({ areaId, coordinator: cora, caseStatus: "s36_decision" });
  await anAssessment(found, { status: "countersigned", author: cora });
  await withActor(gwen, (ctx) =>
    decideSection36(
      ctx,
      decideSection36Schema.parse({
        ...{ caseId: found.id, decision: "no", closureCode: "not_radicalisation_other_need" },
        ...{ signpost: "mental_health", signpostAnswer: "waiting", ...hub },
        ...{ reasonsFor: reasons, reasonsAgainst: reasons },
      }),
    ),
  );
  const onward = await owner.onwardReferral.findFirstOrThrow({ where: { caseId: found.id } });
  return { ...found, areaId, cora, gwen, onwardId: onward.id };
}

test("T08 a section 36 'no' that signposts is asked after by the gateway, though the case has ended", async () => {
  const { id: caseId, areaId, gwen, cora, onwardId, reference } = await aCaseToDecide();
  const otherOfficer = await anActor("gateway_officer", { areaId });
  const stranger = await anActor("coordinator", { areaId });
  const exit = await anOnwardReferral({ id: caseId, areaId }, cora);

  expect(await clocksOf(onwardId)).toMatchObject([
    { ownerRole: "gateway_officer", stoppedOn: null, caseId },
  ]);
  const { onward } = await withActor(gwen, (ctx) => viewCase(ctx, reference));
  const mine = `/cases/${reference}/reviews/onward/${onwardId}`;
  expect(onward.map(({ path }) => path)).toEqual([mine]);
  const seen = await withActor(cora, (ctx) => viewSection36(ctx, reference));
  expect(seen.onward.map(({ path }) => path)).toHaveLength(2);
  await expect(answer(gwen, exit.id, 1)).rejects.toThrow(NotFound);
  await expect(answer(stranger, onwardId, 1)).rejects.toThrow(NotFound);
  await chase(cora, onwardId, 1);
  await answer(otherOfficer, onwardId, 2);
  const { entries } = await withActor(cora, (ctx) => viewHistory(ctx, reference, null));
  expect(entries.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["onward", "onward_answered"]),
  );
});

test.for([
  ["referral_made", "Adult education", ["Adult education", "Health or social care"]],
  ["considered_not_needed", "", []],
] as const)(
  "T12 a case that is not adopted, with health or social care %s and told of '%s', asks after %j",
  async ([careAnswer, onwardTo, services]) => {
    const { id: areaId } = await anArea();
    const chair = await anActor("chair", { areaId });
    const [police, health] = [
      await anActor("panel_member", { areaId }),
      await anActor("panel_member", { areaId }),
    ];
    const found = await aCase({
      ...{ areaId, caseStatus: "panel_listed", workers: [chair] },
      person: { dateOfBirth: "1990-01-02" },
    });
    const { id: itemId } = await anItem(found, { chair, police, health });

    await withActor(chair, (ctx) =>
      recordDecision(
        ctx,
        recordDecisionSchema.parse({
          ...{ itemId, outcome: "not_adopt", closureCode: "not_adopted_no_risk", reasons },
          ...{ optionsConsidered: "Early help", vote: "agreed", toldBy: "coordinator" },
          ...{ tellOn: today, careAnswer, careArrangements: "The doctor has written.", onwardTo },
        }),
      ),
    );

    const made = await owner.onwardReferral.findMany({
      ...{ where: { caseId: found.id }, orderBy: { service: "asc" as const } },
      include: { clocks: true },
    });
    expect(made.map(({ service }) => service)).toEqual(services);
    for (const { madeAtStage, clocks } of made) {
      expect(madeAtStage).toBe("panel");
      expect(clocks).toMatchObject([{ ownerRole: "chair", stoppedOn: null }]);
    }
  },
);

test("T27 what no service has answered goes along with the case, and is asked after there", async () => {
  const { id: areaId } = await anArea();
  const { id: toAreaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const charles = await anActor("chair", { areaId });
  const wynn = await anActor("coordinator", { areaId: toAreaId });
  const found = await aCase({ areaId, caseStatus: "review_6m", workers: [cora, charles] });
  for (const kind of ["review_6m", "review_12m"]) {
    const on = { caseId: found.id, areaId, kind, dueOn: toDateColumn(due) };
    await owner.review.create({ data: on });
    const started = { ownerRole: "chair", startedOn: toDateColumn(today) };
    await owner.clock.create({ data: { ...on, ...started } });
  }
  await anOnwardReferral(found, charles);
  const answered = await anOnwardReferral(found, charles);
  await answer(cora, answered.id, 1);
  await withActor(cora, (ctx) =>
    offerTransfer(ctx, {
      ...{ caseId: found.id, toAreaId, summary: reasons, reason: "The family has moved house." },
      ...{ toldBy: "coordinator", agreement: "yes" },
    }),
  );
  const { id: transferId } = await owner.caseTransfer.findFirstOrThrow({
    where: { caseId: found.id },
  });

  await withActor(wynn, (ctx) =>
    answerTransfer(ctx, { transferId, answer: "accept", receipt: "yes", agreement: "yes" }),
  );

  const rows = await owner.onwardReferral.findMany({ where: { areaId: toAreaId } });
  expect(rows).toMatchObject([{ state: "waiting", service: "The youth service" }]);
  const running = { kind: "onward_answer", stoppedOn: null };
  expect(await owner.clock.findMany({ where: { areaId, ...running } })).toEqual([]);
  expect(await owner.clock.findMany({ where: { areaId: toAreaId, ...running } })).toMatchObject([
    { onwardId: rows[0]?.id },
  ]);
});

test("the pages that show it take no more than eight statements", async () => {
  const { officer, referral, onwardId } = await aSignpost();
  const decided = await aCaseToDecide();
  const pages = [
    () => withActor(officer, (ctx) => viewAtGateway(ctx, referral.reference)),
    () => withActor(officer, (ctx) => getOnward(ctx, onwardId)),
    () => withActor(decided.gwen, (ctx) => getOnward(ctx, decided.onwardId)),
    () => withActor(decided.cora, (ctx) => viewCase(ctx, decided.reference)),
    () => withActor(decided.gwen, (ctx) => viewSection36(ctx, decided.reference)),
  ];

  const counts: number[] = [];
  for (const page of pages) counts.push((await countStatements<unknown>(page)).count);

  expect(Math.max(...counts)).toBeLessThanOrEqual(8);
});
