import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { anActor } from "@/tests/support/factories";
import {
  aBoardMeeting,
  aBody,
  aHeldMeeting,
  anEscalation,
  approveMinutesOf,
  aSeat,
  words,
} from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { anAreaWithAPlan, past } from "@/tests/support/past";
import { aPartnership, aPlanAction } from "@/tests/support/plans";
import { aReport } from "@/tests/support/reports";

const at = new Date();
const today = dayOf(at);

test("whoever sat on a body until yesterday has none of its papers in the database either", async () => {
  const { as, keeper } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const [sits, sat] = [await as("steering_member"), await as("steering_member")];
  await aSeat(body, sits);
  await aSeat(body, sat, { untilDay: addDays(today, -1) });
  await aHeldMeeting(body, keeper);
  const seen = (who: Actor) =>
    past(who, async (tx) => {
      const where = { bodyId: body.id };
      return [
        await tx.governanceMeeting.count({ where }),
        await tx.governanceItem.count({ where }),
      ];
    });

  expect(await seen(sits)).toEqual([1, 1]);
  expect(await seen(sat)).toEqual([0, 0]);
});

test("minutes that were approved take no paper and no attendance, and were approved at a later meeting (2.8)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const { id: memberId } = await aSeat(body, keeper);
  const { meetingId, itemId } = await aHeldMeeting(body, keeper);
  const earlier = await aBoardMeeting(body, keeper, { day: addDays(today, -60), status: "held" });
  const of = { meetingId, bodyId: body.id, areaId: body.areaId };
  const approve = past(keeper, (tx) =>
    tx.governanceMeeting.updateMany({
      where: { id: meetingId },
      data: {
        ...{ minutesText: "x", minutesApprovedAtId: earlier.id, minutesApprovedBy: "x" },
        ...{ minutesApprovedByHatId: keeper.hatId, minutesApprovedOn: toDateColumn(today) },
      },
    }),
  );

  await expect(approve).rejects.toThrow(/later meeting/);
  await approveMinutesOf(body, meetingId, keeper);
  const file = past(keeper, (tx) =>
    tx.governancePaper.createMany({
      data: {
        ...{ ...of, itemId, title: "x", marking: "official", bodyText: words },
        ...{ addedByHatId: keeper.hatId, addedAt: at },
      },
    }),
  );
  await expect(file).rejects.toThrow(/stay as they were/);
  const attend = past(keeper, (tx) =>
    tx.governanceAttendance.createMany({
      data: { ...of, memberId, state: "present", notedByHatId: keeper.hatId, notedAt: at },
    }),
  );

  await expect(attend).rejects.toThrow(/stay as they were/);
});

test("a decision is made public from approved minutes alone, in their words (2.8)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const { meetingId, itemId } = await aHeldMeeting(body, keeper, { isDecided: true });
  const item = await owner.governanceItem.findUniqueOrThrow({ where: { id: itemId } });
  const heldOn = toDateColumn(addDays(today, -30));
  const publish = (decision = item.decision ?? "") =>
    past(keeper, (tx) =>
      tx.governancePublication.createMany({
        data: {
          ...{ itemId, meetingId, bodyId: body.id, areaId: body.areaId, bodyName: body.name },
          ...{ heldOn, title: item.title, decisionKind: "agreed", decision },
          ...{ publishedByHatId: keeper.hatId, publishedAt: at },
        },
      }),
    );

  await expect(publish()).rejects.toThrow(/approved minutes/);
  await approveMinutesOf(body, meetingId, keeper);
  await expect(publish("Agreed something else.")).rejects.toThrow(/approved minutes/);
  await expect(publish()).resolves.toEqual({ count: 1 });
});

test("a question is answered by the body that was asked, and never by whoever asks (4.2)", async () => {
  const { areaId: northId, as, keeper, plan } = await anAreaWithAPlan();
  const south = await anActor("prevent_coordinator");
  const { id: partnershipId } = await aPartnership([northId, south.areaId]);
  const gold = await aBody(south, { kind: "gold", partnershipId });
  const steering = await aBody(keeper, { parentId: gold.id });
  const chair = await anActor("gold_reader", { areaId: south.areaId });
  await aSeat(gold, chair, { role: "chair" });
  const member = await as("gold_reader");
  await aSeat(gold, member);
  const { id: actionId } = await aPlanAction(plan, { rag: "red" });
  const { id } = await anEscalation(steering, gold, keeper, { actionId });
  const meeting = await aBoardMeeting(gold, south, { day: today, status: "held" });
  const answer = (who: Actor) =>
    past(who, (tx) =>
      tx.governanceEscalation.updateMany({
        where: { id },
        data: {
          ...{ state: "answered", answer: "Yes", answerReasons: words, answeredAtId: meeting.id },
          ...{ answeredByHatId: who.hatId, answeredAt: at },
        },
      }),
    );

  await expect(answer(keeper)).rejects.toThrow(/row-level security/);
  expect(await answer(member)).toEqual({ count: 0 });
  expect(await answer(chair)).toEqual({ count: 1 });
});

test("what is put to a body is of its area, and a report is an item of its own kind (0.11, 0.15)", async () => {
  const { areaId, keeper, plan } = await anAreaWithAPlan();
  const away = await anActor("prevent_coordinator");
  const [body, elsewhere] = [await aBody(keeper), await aBody(away)];
  const { id: meetingId } = await aBoardMeeting(body, keeper);
  const { id: reportId } = await aReport(keeper, { bodyId: body.id, status: "in_approval" });
  const submit = (bodyId: string) =>
    past(keeper, (tx) =>
      tx.planSubmission.createMany({
        data: {
          ...{ planId: plan.id, areaId, edition: 1, body: "x", bodyId, submittedOn: at },
          ...{ submittedByHatId: keeper.hatId, submittedAt: at },
        },
      }),
    );
  const list = (kind: string) =>
    past(keeper, (tx) =>
      tx.governanceItem.createMany({
        data: {
          ...{ meetingId, bodyId: body.id, areaId, position: 1, kind, title: "x" },
          ...{ isExempt: false, reportId, addedByHatId: keeper.hatId, addedAt: at },
        },
      }),
    );

  await expect(submit(elsewhere.id)).rejects.toThrow(/oreign key/);
  await expect(submit(body.id)).resolves.toEqual({ count: 1 });
  await expect(list("other")).rejects.toThrow(/the body that it was sent to/);
  await expect(list("report")).resolves.toEqual({ count: 1 });
});

test("an action of a body has a clock that says which, and no other clock has a body (2.8)", async () => {
  const { areaId, keeper, plan } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const { id: actionId } = await aPlanAction(plan);
  const run = (data: object) =>
    owner.clock.create({
      data: {
        ...{ areaId, kind: "board_action", ownerRole: "agency_lead" },
        ...{ startedOn: at, dueOn: at, reference: "x", path: "/x", stoppedOn: at },
        ...{ outcome: "met", ...data },
      },
    });

  await expect(run({ actionId })).rejects.toThrow(/check constraint/);
  await expect(run({ bodyId: body.id })).rejects.toThrow(/check constraint/);
  const ofNothing = { kind: "plan_action", planId: plan.id };
  await expect(run(ofNothing)).rejects.toThrow(/check constraint/);
  const ofPlan = { kind: "plan_action", planId: plan.id, actionId, bodyId: body.id };
  await expect(run(ofPlan)).rejects.toThrow(/check constraint/);
  const unsaid = { actionId, bodyId: body.id, path: null };
  await expect(run(unsaid)).rejects.toThrow(/check constraint/);
  await expect(run({ actionId, bodyId: body.id })).resolves.toBeDefined();
});
