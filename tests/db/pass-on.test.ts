import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { submitReferral } from "@/lib/referrals/commands";
import { viewAtGateway } from "@/lib/referrals/gateway/queries";
import { passReferral } from "@/lib/referrals/pass/commands";
import { findPassed, viewToPass } from "@/lib/referrals/pass/queries";
import { listMyReferrals, viewReferral } from "@/lib/referrals/queries";
import { screenReferral } from "@/lib/referrals/screening/commands";
import { declaration } from "@/tests/support/answers";
import { aDraft, anActor, anArea, aReadyArea } from "@/tests/support/factories";
import { aFile } from "@/tests/support/intake";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const sentAt = new Date("2026-03-02T10:00:00Z");
const passedAt = new Date("2026-03-04T10:00:00Z");
const reason = "The family moved across the river in January.";
const reasons = "Two agencies read this, and both came to the same view of what lies behind it.";

/** A referral that was sent to one area and belongs to another. */
async function aWrongArea() {
  const [here, there] = [await aReadyArea(), await aReadyArea()];
  const draft = await aDraft(here.referrer);
  await aFile(draft.draftId, here.referrer);
  const { reference } = await withActor(
    here.referrer,
    (ctx) => submitReferral(ctx, { ...draft, ...declaration }),
    sentAt,
  );
  const id = draft.draftId;
  const pass = (who: Actor, toAreaId = there.areaId) =>
    withActor(who, (ctx) => passReferral(ctx, { referralId: id, toAreaId, reason }), passedAt);
  const arrived = () => owner.referral.findFirstOrThrow({ where: { passedFromId: id } });
  return { here, there, id, reference, pass, arrived };
}

const rowsOf = ({ pages }: { pages: { rows: { key: string; value: string }[] }[] }) =>
  pages.flatMap(({ rows }) => rows.map(({ key, value }) => `${key}: ${value}`));

test("IS-17 a referral to the wrong area goes on with one act, and arrives whole, with both deliveries", async () => {
  const { here, there, reference, pass, arrived } = await aWrongArea();
  const before = await withActor(here.officer, (ctx) => viewAtGateway(ctx, reference));

  await pass(here.officer);

  const { id, reference: itsReference } = await arrived();
  const after = await withActor(there.officer, (ctx) => viewAtGateway(ctx, itsReference ?? ""));
  expect(rowsOf(after)).toEqual(rowsOf(before));
  expect(rowsOf(after)).toContain("Address: 4 Canal Row");
  expect(after).toMatchObject({
    ...{ name: "Rowan Marsh", status: "gateway", isNew: true },
    passedFrom: { area: here.name, firstReceivedOn: "2026-03-02", reason },
  });
  expect(after.files).toHaveLength(1);
  const delivered = await owner.referralDelivery.findMany({ where: { referralId: id } });
  expect(delivered.map(({ organisationId }) => organisationId).toSorted()).toEqual(
    [there.police.id, there.council.id].toSorted(),
  );
  const told = await owner.notification.findMany({ where: { areaId: there.areaId } });
  expect(told.map(({ hatId, reference: of }) => [hatId, of])).toEqual(
    expect.arrayContaining([
      [there.officer.hatId, itsReference],
      [there.coordinator.hatId, itsReference],
    ]),
  );
  const mails = await owner.outboxMail.findMany({ where: { areaId: there.areaId } });
  expect(mails).toHaveLength(2);
  expect(mails[0]?.body).toContain(`/referrals/${itsReference}`);
});

test("TL-02 it is read in the time that the other area allows, of which its gateway alone reads the rest", async () => {
  const { here, there, pass, arrived } = await aWrongArea();
  const setting = { areaId: there.areaId, fromOn: new Date("2026-01-05"), reason: "Agreed" };
  const by = { setByHatId: there.officer.hatId, setAt: new Date("2026-01-05") };
  await owner.areaLimit.createMany({
    data: [
      { ...setting, ...by, kind: "gateway_assessment", count: 2 },
      { ...setting, ...by, kind: "consent_sought", count: 3 },
    ],
  });
  const known = (who: Actor) => withActor(who, ({ tx }) => tx.areaLimit.count());
  const told = (who: Actor) =>
    withActor(who, ({ tx }) => {
      return tx.$queryRaw`select * from receiving_limits(${there.areaId}::uuid, '2026-03-04')`;
    });

  expect([await known(here.officer), await known(there.officer)]).toEqual([0, 2]);
  expect(await told(here.officer)).toEqual([{ kind: "gateway_assessment", count: 2, unit: null }]);
  expect(await told(here.coordinator)).toEqual([]);
  await pass(here.officer);

  const clock = await owner.clock.findFirstOrThrow({
    where: { referralId: (await arrived()).id, kind: "gateway_assessment" },
  });
  expect(clock.dueOn).toEqual(new Date("2026-03-06"));
});

test("TL-01, TL-02 its clocks run afresh where it arrives, and stop where it was", async () => {
  const { here, id, pass, arrived } = await aWrongArea();

  await pass(here.officer);

  const running = await owner.clock.findMany({
    where: { referralId: (await arrived()).id },
    orderBy: { dueOn: "asc" },
  });
  expect(running).toMatchObject([
    { kind: "acknowledge_referral", dueOn: new Date("2026-03-04"), stoppedOn: null },
    { kind: "gateway_assessment", dueOn: new Date("2026-03-11"), stoppedOn: null },
  ]);
  const stopped = await owner.clock.findMany({ where: { referralId: id } });
  for (const clock of stopped) expect(clock.stoppedOn).not.toBeNull();
});

test("T04 here a code and a date are kept, and no word of what was written", async () => {
  const { here, id, reference, pass, arrived } = await aWrongArea();

  await pass(here.officer);

  const stub = await owner.referral.findUniqueOrThrow({ where: { id } });
  expect(stub).toMatchObject({
    ...{ status: "closed_not_prevent", closureCode: "out_of_area", endedAt: passedAt },
    retentionClass: "transferred_out",
  });
  expect(stub.disposeOn).not.toBeNull();
  const where = { referralId: id };
  expect(await owner.referralText.count({ where })).toBe(0);
  expect(await owner.person.count({ where })).toBe(0);
  expect(await owner.attachment.count({ where })).toBe(0);
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: stub.dataKeyId } });
  expect(key.wrapped).toBeNull();
  const seen = await withActor(here.officer, (ctx) => findPassed(ctx, reference));
  expect(seen).toMatchObject({
    newReference: (await arrived()).reference,
    passedOn: "2026-03-04",
    told: "Being assessed",
  });
  const events = await owner.auditEvent.findMany({
    where: { type: { in: ["referral.passed_on", "referral.passed_in"] } },
  });
  const ours = events.filter(({ facts }) =>
    JSON.stringify(facts).includes(stub.passedToReference ?? "x"),
  );
  expect(ours.map(({ type }) => type).toSorted()).toEqual(
    expect.arrayContaining(["referral.passed_in", "referral.passed_on"]),
  );
});

test("IS-16 whoever sent it goes on being told in one word how far it is, where they can open it", async () => {
  const { here, there, reference, pass, arrived } = await aWrongArea();
  await pass(here.officer);
  const view = () => withActor(here.referrer, (ctx) => viewReferral(ctx, reference));

  await expect(view()).resolves.toMatchObject({ told: "being_assessed", passedTo: there.name });
  await withActor(there.officer, async (ctx) =>
    screenReferral(ctx, {
      ...{ referralId: (await arrived()).id, outcome: "close", lookedAt: [], secondLook: null },
      ...{ closureCode: "not_radicalisation_other_need", signpost: "early_help" },
      ...{ signpostAnswer: "accepted", signpostTo: "The hub", signpostSaid: "They will call." },
      ...{ reasons, referrerInformed: "yes" },
    }),
  );

  await expect(view()).resolves.toMatchObject({ told: "closed_other_help" });
  const mine = await withActor(here.referrer, (ctx) => listMyReferrals(ctx, 1));
  expect(mine.rows).toMatchObject([{ told: "closed_other_help" }]);
  const told = await owner.notification.findMany({
    where: { hatId: here.referrer.hatId, kind: "referral_outcome" },
  });
  expect(told).toMatchObject([{ reference, path: `/referrals/${reference}` }]);
});

test("nobody but the gateway sends a referral on, and each area reads its own alone", async () => {
  const { here, there, id, pass, arrived } = await aWrongArea();
  const chair = await anActor("chair", { areaId: here.areaId });
  for (const who of [here.referrer, here.coordinator, chair, there.officer])
    await expect(pass(who)).rejects.toThrow(/no such referral|cannot do this/);
  const seenBy = (who: Actor, id: string) =>
    withActor(who, ({ tx }) => tx.referral.count({ where: { id } }));

  await pass(here.officer);

  const { id: itsId } = await arrived();
  expect([await seenBy(here.officer, id), await seenBy(here.officer, itsId)]).toEqual([1, 0]);
  expect([await seenBy(there.officer, id), await seenBy(there.officer, itsId)]).toEqual([0, 1]);
  expect([await seenBy(here.referrer, id), await seenBy(here.referrer, itsId)]).toEqual([1, 0]);
});

test("it is not sent to where nobody could receive it, nor home, nor twice", async () => {
  const { here, id, pass } = await aWrongArea();
  const empty = await anArea();

  await expect(pass(here.officer, empty.id)).rejects.toThrow(RuleBroken);
  await expect(pass(here.officer, here.areaId)).rejects.toThrow(FieldsRefused);
  expect((await owner.referral.findUniqueOrThrow({ where: { id } })).status).toBe("gateway");
  await pass(here.officer);
  await expect(pass(here.officer)).rejects.toThrow();
});

test("the page to send it on, and what is left of it, take no more than eight statements", async () => {
  const { here, reference, pass } = await aWrongArea();
  const ask = await countStatements(() =>
    withActor(here.officer, (ctx) => viewToPass(ctx, reference)),
  );
  await pass(here.officer);
  const left = await countStatements(() =>
    withActor(here.officer, (ctx) => findPassed(ctx, reference)),
  );

  expect(Math.max(ask.count, left.count)).toBeLessThanOrEqual(8);
});
