import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { continueHandOver, handOverAll, undoHandOver } from "@/lib/cases/leads/commands";
import { viewHandOverAll } from "@/lib/cases/leads/queries";
import { viewCase } from "@/lib/cases/overview/queries";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { timers } from "@/lib/worker/timers";
import { aCase, anActor, anArea, anOrganisation, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

/** An area that the police lead, with a coordinator on either side and cases in every state. */
async function aPoliceLedArea() {
  const { id: areaId } = await anArea();
  await owner.area.update({ where: { id: areaId }, data: { caseLead: "police" } });
  const police = await anOrganisation(areaId, "police");
  const council = await anOrganisation(areaId, "council");
  const carla = await anActor("coordinator", { areaId, organisationId: council.id });
  const pete = await anActor("coordinator", { areaId, organisationId: police.id });
  const charles = await anActor("chair", { areaId, organisationId: council.id });
  const led = async (caseStatus: string, workers = [pete]) => {
    const opened = await aCase({ areaId, caseStatus, workers });
    await owner.case.update({
      where: { id: opened.id },
      data: { leadOrganisationId: police.id },
    });
    return opened;
  };
  return { areaId, police, council, carla, pete, charles, led };
}
type Laid = Awaited<ReturnType<typeof aPoliceLedArea>>;

const handOver = (by: Actor, { carla }: Pick<Laid, "carla">) =>
  withActor(by, (ctx) =>
    handOverAll(ctx, { toLead: "council", toHatId: carla.hatId, confirm: "yes" }),
  );
const undo = (by: Actor, handOverId: string) =>
  withActor(by, (ctx) => undoHandOver(ctx, { handOverId }));
const leadOf = async (id: string) =>
  (await owner.case.findUniqueOrThrow({ where: { id } })).leadOrganisationId;
const runners = async (caseId: string) =>
  (await owner.caseReader.findMany({ where: { caseId } })).map(({ hatId }) => hatId).sort();
const canRead = (actor: Actor, { reference }: { reference: string }) =>
  withActor(actor, (ctx) => viewCase(ctx, reference)).then(
    () => true,
    () => false,
  );

test("every open case goes from the police to the council, with who runs it and who reads it", async () => {
  const laid = await aPoliceLedArea();
  const open = [await laid.led("info_gathering"), await laid.led("in_support")];
  const paused = await laid.led("in_support");
  await owner.case.update({ where: { id: paused.id }, data: { pausedSince: new Date() } });
  const closed = await laid.led("closed_not_prevent");

  await handOver(laid.charles, laid);

  for (const { id, reference } of [...open, paused]) {
    await expect(leadOf(id)).resolves.toBe(laid.council.id);
    await expect(canRead(laid.carla, { reference })).resolves.toBe(true);
    await expect(canRead(laid.pete, { reference })).resolves.toBe(false);
  }
  await expect(leadOf(closed.id)).resolves.toBe(laid.police.id);
  await expect(canRead(laid.pete, closed)).resolves.toBe(true);
  await expect(owner.area.findUniqueOrThrow({ where: { id: laid.areaId } })).resolves.toMatchObject(
    { caseLead: "council" },
  );
  await expect(
    owner.leadHandOver.findMany({ where: { areaId: laid.areaId } }),
  ).resolves.toMatchObject([
    { total: 3, done: 3, state: "done", startedByHatId: laid.charles.hatId },
  ]);
  const events = await owner.auditEvent.findMany({ where: { actor: laid.charles.userId } });
  expect(events.map(({ type }) => type).sort()).toEqual([
    ...["case.lead_changed", "case.lead_changed", "case.lead_changed", "hand_over.started"],
  ]);
});

test("nobody takes every case on by handing over to themself (IS-01)", async () => {
  const laid = await aPoliceLedArea();
  const opened = await laid.led("in_support");

  const { takers } = await withActor(laid.carla, viewHandOverAll);
  await expect(handOver(laid.carla, laid)).rejects.toThrow(FieldsRefused);

  expect(takers).toEqual([]);
  await expect(canRead(laid.carla, opened)).resolves.toBe(false);
  await expect(leadOf(opened.id)).resolves.toBe(laid.police.id);
});

test("taken back, it puts back exactly what it changed, and nothing that has changed since", async () => {
  const laid = await aPoliceLedArea();
  const untouched = await laid.led("in_support");
  const ledElsewhere = await laid.led("in_support");
  const givenOn = await laid.led("in_support");
  const other = await anActor("coordinator", { areaId: laid.areaId });
  const both = await laid.led("in_support", [laid.pete, laid.carla]);
  const { handOverId } = await handOver(laid.charles, laid);
  const third = await anOrganisation(laid.areaId, "council");
  await owner.case.update({
    where: { id: ledElsewhere.id },
    data: { leadOrganisationId: third.id },
  });
  await owner.caseWorker.updateMany({
    where: { caseId: givenOn.id, hatId: laid.carla.hatId, endedAt: null },
    data: { endedAt: new Date() },
  });
  await aWorker(givenOn.id, other);

  await undo(laid.charles, handOverId);

  await expect(leadOf(untouched.id)).resolves.toBe(laid.police.id);
  await expect(runners(untouched.id)).resolves.toEqual([laid.pete.hatId]);
  await expect(leadOf(ledElsewhere.id)).resolves.toBe(third.id);
  await expect(runners(givenOn.id)).resolves.toEqual([other.hatId]);
  await expect(runners(both.id)).resolves.toEqual([laid.carla.hatId, laid.pete.hatId].sort());
  await expect(owner.area.findUniqueOrThrow({ where: { id: laid.areaId } })).resolves.toMatchObject(
    { caseLead: "police" },
  );
  await expect(
    owner.leadHandOver.findUniqueOrThrow({ where: { id: handOverId } }),
  ).resolves.toMatchObject({ state: "undone", kept: 2 });
  await expect(undo(laid.charles, handOverId)).rejects.toMatchObject({ name: "RuleBroken" });
});

test("somebody with a conflict is given no case, and a case that nobody takes on keeps who runs it (Q-07)", async () => {
  const laid = await aPoliceLedArea();
  const opened = await laid.led("in_support");
  await owner.caseConflict.create({
    data: {
      ...{ caseId: opened.id, areaId: laid.areaId, userId: laid.carla.userId },
      declaredAt: new Date(),
    },
  });

  await handOver(laid.charles, laid);

  await expect(leadOf(opened.id)).resolves.toBe(laid.council.id);
  await expect(runners(opened.id)).resolves.toEqual([laid.pete.hatId]);
});

test("only somebody of the council who runs panels hands every case over", async () => {
  const laid = await aPoliceLedArea();
  const opened = await laid.led("in_support");
  const gwen = await anActor("gateway_officer", { areaId: laid.areaId });
  const elsewhere = await anActor("chair", { areaId: (await anArea()).id });

  await expect(handOver(laid.pete, laid)).rejects.toMatchObject({ name: "NotFound" });
  await expect(handOver(gwen, laid)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(handOver(elsewhere, laid)).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(
    withActor(laid.charles, (ctx) =>
      handOverAll(ctx, { toLead: "council", toHatId: laid.pete.hatId, confirm: "yes" }),
    ),
  ).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(
    withActor(laid.charles, (ctx) =>
      handOverAll(ctx, { toLead: "police", toHatId: laid.pete.hatId, confirm: "yes" }),
    ),
  ).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(withActor(laid.pete, viewHandOverAll)).rejects.toMatchObject({ name: "NotFound" });
  await expect(leadOf(opened.id)).resolves.toBe(laid.police.id);
});

/** Cases by the thousand, laid out in the database at once. */
async function manyCases({ areaId, police, pete }: Laid, count: number) {
  const first = await aCase({ areaId });
  const { id: caseId, dataKeyId, personId, referral } = first;
  await owner.$executeRaw`
    insert into cases (area_id, reference, referral_id, person_id, status, status_since, lead_organisation_id, opened_at, data_key_id)
    select ${areaId}::uuid, 'PC-2026-' || lpad((500000 + n)::text, 6, '0'), ${referral.id}::uuid, ${personId}::uuid, 'in_support', now(),
           ${police.id}::uuid, now(), ${dataKeyId}::uuid
      from generate_series(1, ${count}::int) n`;
  await owner.$executeRaw`alter table case_workers disable trigger readers`;
  await owner.$executeRaw`
    insert into case_workers (case_id, area_id, hat_id, capacity, assigned_at)
    select c.id, c.area_id, ${pete.hatId}::uuid, 'coordinator', now() from cases c where c.area_id = ${areaId}::uuid and c.id <> ${caseId}::uuid`;
  await owner.$executeRaw`alter table case_workers enable trigger readers`;
  await owner.$executeRaw`select refresh_case_readers(c.id) from cases c where c.area_id = ${areaId}::uuid`;
}

test("a thousand cases are handed over by the clock, batch by batch, and put back", {
  timeout: 120_000,
}, async () => {
  const laid = await aPoliceLedArea();
  await manyCases(laid, 1_000);

  const { handOverId } = await handOver(laid.charles, laid);
  const halfway = await withActor(laid.charles, viewHandOverAll);
  expect(halfway).toMatchObject({ isRunning: true, handOvers: [{ total: 1_000, done: 250 }] });
  await expect(handOver(laid.charles, laid)).rejects.toBeDefined();
  await timers.find(({ name }) => name === "hand-overs")?.run(new Date());

  const find = () => owner.leadHandOver.findUniqueOrThrow({ where: { id: handOverId } });
  const readBy = ({ hatId }: Actor) => owner.caseReader.count({ where: { hatId } });
  await expect(find()).resolves.toMatchObject({ done: 1_000, state: "done" });
  await expect(readBy(laid.carla)).resolves.toBe(1_000);
  await expect(readBy(laid.pete)).resolves.toBe(0);

  await undo(laid.charles, handOverId);
  while (await withActor(theSystem(laid.areaId), continueHandOver));
  await expect(find()).resolves.toMatchObject({ state: "undone", kept: 0 });
  await expect(readBy(laid.pete)).resolves.toBe(1_000);
  await expect(readBy(laid.carla)).resolves.toBe(0);
});

test("the page of handing over asks no more than it may", async () => {
  const laid = await aPoliceLedArea();
  await laid.led("in_support");
  await handOver(laid.charles, laid);

  const { count } = await countStatements(() => withActor(laid.charles, viewHandOverAll));

  expect(count).toBeLessThanOrEqual(8);
});
