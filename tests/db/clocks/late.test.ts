import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { startClock } from "@/lib/clocks/commands";
import { listLate } from "@/lib/clocks/late/queries";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { type Day, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";
import { aCase, anActor, anArea, aRequest, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

const at = (day: Day) => instantAt(day, "10:00");
const list = (who: Actor, day: Day, owning?: "coordinator" | "agency_lead") =>
  withActor(who, (ctx) => listLate(ctx, { page: 1, owner: owning }), at(day));

async function aLateCase(areaId: string, coordinator: Actor, day: Day) {
  const found = await aCase({ areaId, caseStatus: "consent_pending", coordinator });
  const subject = { areaId, caseId: found.id };
  await withActor(coordinator, (ctx) => startClock(ctx, "consent_sought", subject), at(day));
  return found;
}

test("what is late is listed longest first, with whose it is and who was told, of what the reader may see", async () => {
  const { id: areaId } = await anArea();
  const [cora, colin, gwen] = [
    await anActor("coordinator", { areaId }),
    await anActor("coordinator", { areaId }),
    await anActor("gateway_officer", { areaId }),
  ] as const;
  const newer = await aLateCase(areaId, cora, "2026-03-03");
  const older = await aLateCase(areaId, cora, "2026-03-02");
  const others = await aLateCase(areaId, colin, "2026-03-02");
  await withActor(theSystem(areaId), takeDueSteps, at("2026-03-17"));

  const mine = await list(cora, "2026-03-18");
  const gateways = await list(gwen, "2026-03-18");

  expect(mine.late).toMatchObject([
    {
      reference: older.reference,
      days: 2,
      kind: "consent_sought",
      deputy: "chair",
      told: [{ step: "overdue", on: "2026-03-17" }],
    },
    { reference: newer.reference, days: 1, told: [] },
  ]);
  expect(mine.late[0]?.told[0]?.names).toHaveLength(1);
  expect(mine.total).toBe(2);
  expect(gateways.late.map(({ reference }) => reference).sort()).toEqual(
    [newer, older, others].map(({ reference }) => reference).sort(),
  );
});

test("what is in time, paused or done is not on the list, and a conflict takes a case from it (IS-18)", async () => {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const gwen = await anActor("gateway_officer", { areaId });
  const found = await aLateCase(areaId, cora, "2026-03-02");

  expect((await list(cora, "2026-03-16")).total).toBe(0);
  expect((await list(cora, "2026-03-17")).total).toBe(1);
  await owner.clock.updateMany({
    where: { caseId: found.id },
    data: { pausedOn: toDateColumn("2026-03-16") },
  });
  expect((await list(cora, "2026-03-17")).total).toBe(0);
  await owner.clock.updateMany({ where: { caseId: found.id }, data: { pausedOn: null } });
  await owner.caseConflict.create({
    data: { caseId: found.id, areaId, userId: gwen.userId, declaredAt: new Date() },
  });
  expect((await list(gwen, "2026-03-17")).total).toBe(0);
});

test("what was late and is settled stays to be read, with how late it was, by whoever may see it (IS-18)", async () => {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const colin = await anActor("coordinator", { areaId });
  const [was, inTime] = [
    await aLateCase(areaId, cora, "2026-03-02"),
    await aLateCase(areaId, cora, "2026-03-02"),
  ];
  const settle = (caseId: string, day: Day) =>
    owner.clock.updateMany({
      where: { caseId, stoppedOn: null },
      data: { stoppedOn: toDateColumn(day), outcome: "met" },
    });
  await settle(was.id, "2026-03-20"); // due on the 16th
  await settle(inTime.id, "2026-03-16");
  const settled = (who: Actor) =>
    withActor(who, (ctx) => listLate(ctx, { state: "settled" }), at("2026-04-01"));

  expect((await settled(cora)).late).toMatchObject([
    { reference: was.reference, settledDay: "2026-03-20", days: 4 },
  ]);
  expect((await settled(colin)).total).toBe(0);
  expect((await list(cora, "2026-04-01")).total).toBe(0);
  const { count } = await countStatements(() => settled(cora));
  expect(count).toBeLessThanOrEqual(8);
});

test("the list narrows by whose it is: a late request is its organisation's", async () => {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const found = await aLateCase(areaId, cora, "2026-03-02");
  const request = await aRequest(found, { askedBy: cora, dueOn: "2026-03-10" });

  const { late } = await list(cora, "2026-03-18", "agency_lead");

  expect(late).toMatchObject([{ path: `/cases/${found.reference}/requests/${request.id}` }]);
  expect(late[0]?.organisation).toBeTruthy();
  expect((await list(cora, "2026-03-18", "coordinator")).total).toBe(1);
});

test("the co-ordinator of the plan sees its late actions, and no case", async () => {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  await aLateCase(areaId, await anActor("coordinator", { areaId }), "2026-03-02");
  const plan = await aPlan(keeper);
  const action = await aPlanAction(plan, { ownerOrganisationId: keeper.organisationId });
  await owner.action.update({
    where: { id: action.id },
    data: { dueOn: toDateColumn("2026-03-10") },
  });
  await owner.planArea.updateMany({ where: { planId: plan.id }, data: { status: "approved" } });

  const { late } = await list(keeper, "2026-03-18");

  expect(late.map(({ path }) => path)).toEqual([`/plan/actions/${action.id}`]);
});

test("nobody lists what is late but those who run cases, the gateway and the plan's co-ordinator", async () => {
  const { id: areaId } = await anArea();
  const found = await aLateCase(areaId, await anActor("coordinator", { areaId }), "2026-03-02");
  for (const role of [
    "panel_member",
    "provider",
    "administrator",
    "auditor",
    "agency_lead",
  ] as const) {
    const who = await anActor(role, { areaId });
    if (role === "panel_member" || role === "provider") await aWorker(found.id, who);
    await expect(list(who, "2026-03-18")).rejects.toThrow(Forbidden);
  }
});

test("the list asks the database no more than eight times, however long it is", async () => {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  for (let n = 0; n < 4; n += 1) await aLateCase(areaId, cora, "2026-03-02");

  const { count, value: answer } = await countStatements(() => list(cora, "2026-03-18"));

  expect(answer.total).toBe(4);
  expect(count).toBeLessThanOrEqual(8);
});
