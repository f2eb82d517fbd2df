import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { listHandedToPolice } from "@/lib/cases/handed/queries";
import { viewCase } from "@/lib/cases/overview/queries";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { recordDecision } from "@/lib/panels/decisions/commands";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { settleClosedCases } from "@/lib/reviews/commands";
import { aCase, anActor, anArea, anItem, aReferral, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const reasons = "The panel heard from every agency and agreed that this is no longer for Channel.";

async function anItemToHandOver() {
  const { id: areaId } = await anArea();
  const [chair, police, education] = await Promise.all([
    anActor("chair", { areaId }),
    anActor("panel_member", { areaId }),
    anActor("panel_member", { areaId }),
  ]);
  const cora = await anActor("coordinator", { areaId });
  const ines = await anActor("governance_officer", { areaId });
  const gwen = await anActor("gateway_officer", { areaId });
  const opened = await aCase({ areaId, caseStatus: "panel_listed", workers: [cora, ines] });
  const item = await anItem(opened, { chair, police, education });
  return { ...opened, itemId: item.id, chair, police, education, cora, ines, gwen };
}
type Laid = Awaited<ReturnType<typeof anItemToHandOver>>;

const handOver = ({ chair, itemId }: Laid) =>
  withActor(chair, (ctx) =>
    recordDecision(
      ctx,
      recordDecisionSchema.parse({
        ...{ itemId, outcome: "police_led", reasons, optionsConsidered: "Early help" },
        ...{ vote: "agreed", toldBy: "coordinator", tellOn: "1/12/2026" },
      }),
    ),
  );
const look = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => viewCase(ctx, reference));
const stubsFor = (actor: Actor) => withActor(actor, (ctx) => listHandedToPolice(ctx, 1));

test("T14 of a case that the panel hands to the police, a code and two dates stay in sight, and no more", async () => {
  const laid = await anItemToHandOver();

  await handOver(laid);

  for (const actor of [laid.chair, laid.police, laid.education, laid.cora]) {
    await expect(look(actor, laid.reference)).rejects.toMatchObject({ name: "NotFound" });
    await expect(
      withActor(actor, ({ tx }) => tx.panelDecision.count({ where: { caseId: laid.id } })),
    ).resolves.toBe(0);
    await expect(stubsFor(actor)).resolves.toEqual({
      ...{ atGateway: 0, atPanel: 1, total: 1 },
      stubs: [
        {
          reference: laid.reference,
          closureCode: "unsuitable_police_led",
          handedDay: today,
          keptUntil: expect.any(String),
        },
      ],
    });
  }
  const columns = await owner.policeLedStub.findUniqueOrThrow({ where: { caseId: laid.id } });
  expect(Object.values(columns)).not.toContain(reasons);
});

test("T14 the gateway, and information governance that was on it, still read what was written", async () => {
  const laid = await anItemToHandOver();

  await handOver(laid);

  for (const actor of [laid.gwen, laid.ines]) {
    await expect(look(actor, laid.reference)).resolves.toMatchObject({ status: "police_led" });
    await expect(stubsFor(actor)).resolves.toMatchObject({ atPanel: 1 });
  }
});

test("T14 whoever was not on the case, or had a conflict with it, sees no stub either", async () => {
  const laid = await anItemToHandOver();
  const { areaId } = laid;
  const carl = await anActor("coordinator", { areaId });
  const conflicted = await anActor("coordinator", { areaId });
  await aWorker(laid.id, conflicted);
  await owner.caseConflict.create({
    data: { caseId: laid.id, areaId, userId: conflicted.userId, declaredAt: new Date() },
  });
  const elsewhere = await anActor("gateway_officer", { areaId: (await anArea()).id });
  const provider = await anActor("provider", { areaId });

  await handOver(laid);

  for (const actor of [carl, conflicted, elsewhere]) {
    await expect(stubsFor(actor)).resolves.toMatchObject({ total: 0, stubs: [] });
  }
  await expect(stubsFor(provider)).rejects.toMatchObject({ name: "NotFound" });
});

test("T14 what was written is frozen, until the clock of keeping moves it on (T25)", async () => {
  const laid = await anItemToHandOver();
  await handOver(laid);
  const { id: caseId, areaId, gwen } = laid;

  await expect(
    withActor(gwen, ({ tx }) =>
      tx.informationItem.createMany({
        data: {
          ...{ caseId, areaId, suppliedById: gwen.organisationId, enteredByHatId: gwen.hatId },
          ...{ kind: "fact", source: "x", datedOn: new Date(today), reliability: "reliable" },
          ...{ corroboration: "uncorroborated", audience: "all_partners", necessity: "x" },
          ...{ lawfulBasis: "safeguarding", body: "x", enteredAt: new Date() },
        },
      }),
    ),
  ).rejects.toThrow("The police manage this case");
  await expect(
    withActor(gwen, ({ tx }) =>
      tx.case.updateMany({ where: { id: caseId }, data: { status: "panel_listed" } }),
    ),
  ).rejects.toThrow("The police manage this case");

  await withActor(theSystem(areaId), settleClosedCases);
  const kept = await owner.case.findUniqueOrThrow({ where: { id: caseId } });
  expect(kept).toMatchObject({ status: "retention", retentionClass: "police_led_stub" });
  await expect(look(laid.cora, laid.reference)).rejects.toMatchObject({ name: "NotFound" });
});

test("T14 the notice leads to the stub, and not to what nobody may read", async () => {
  const laid = await anItemToHandOver();

  await handOver(laid);

  const told = await owner.notification.findMany({
    where: { hatId: laid.police.hatId, kind: "decision_recorded" },
  });
  expect(told.map(({ path }) => path)).toEqual(["/cases/handed-to-police"]);
});

test("T05 what the gateway hands over is counted beside what the panel does", async () => {
  const laid = await anItemToHandOver();
  await handOver(laid);
  const { areaId, gwen } = laid;
  const referral = await aReferral({ areaId, status: "police_led" });
  await owner.referral.update({
    where: { id: referral.id },
    data: { closureCode: "police_investigation", endedAt: new Date(addDays(today, -1)) },
  });

  const { value, count } = await countStatements(() => stubsFor(gwen));

  expect(value).toMatchObject({ atGateway: 1, atPanel: 1, total: 2 });
  expect(count).toBeLessThanOrEqual(8);
});
