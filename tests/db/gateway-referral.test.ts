import { expect, test } from "vitest";

import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { submitReferral } from "@/lib/referrals/commands";
import { viewAtCouncil, viewAtGateway } from "@/lib/referrals/gateway/queries";
import { declaration, wholeReferral } from "@/tests/support/answers";
import { aCase, aDraft, anActor, anArea, aReadyArea, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function aSentReferral() {
  const area = await aReadyArea();
  const draft = await aDraft(area.referrer, wholeReferral);
  const { reference } = await withActor(area.referrer, (ctx) =>
    submitReferral(ctx, { ...draft, ...declaration }),
  );
  return { ...area, id: draft.draftId, reference };
}

test("opening a referral receives it: the police have it and the clock stops, once (TL-01)", async () => {
  const { officer, id, reference } = await aSentReferral();
  const open = () => withActor(officer, (ctx) => viewAtGateway(ctx, reference));

  const first = await open();
  const second = await open();

  expect([first.isNew, second.isNew]).toEqual([true, false]);
  const deliveries = await owner.referralDelivery.findMany({ where: { referralId: id } });
  const opened = deliveries.filter(({ acknowledgedAt }) => acknowledgedAt);
  expect(opened.map(({ recipient }) => recipient)).toEqual(["police"]);
  const where = { referralId: id, kind: "acknowledge_referral" };
  expect(await owner.clock.findFirst({ where })).toMatchObject({ outcome: "met" });
  const later = { referralId: id, kind: "gateway_assessment" };
  expect(await owner.clock.findFirst({ where: later })).toMatchObject({ outcome: null });
});

test("the gateway reads every word, what was sealed among them, and it is on the log", async () => {
  const { officer, reference } = await aSentReferral();

  const view = await withActor(officer, (ctx) => viewAtGateway(ctx, reference));

  const words = JSON.stringify(view.pages);
  expect(words).toContain(String(wholeReferral.concern?.whatHappened).trim());
  expect(words).toContain(String(wholeReferral["person-contact"]?.address));
  const where = { actor: officer.userId, type: "referral.viewed" };
  expect(await owner.auditEvent.findMany({ where, select: { facts: true } })).toEqual([
    { facts: { reference, page: "gateway", isNew: true } },
  ]);
});

test("reading a referral takes no more than eight statements, the first time too", async () => {
  const { officer, reference } = await aSentReferral();
  const open = () =>
    countStatements(() => withActor(officer, (ctx) => viewAtGateway(ctx, reference)));

  expect((await open()).count).toBeLessThanOrEqual(8);
  expect((await open()).count).toBeLessThanOrEqual(8);
});

test("IS-17 the council opens it and learns how far it is, and not a word or a name", async () => {
  const { coordinator, id, reference } = await aSentReferral();

  const view = await withActor(coordinator, (ctx) => viewAtCouncil(ctx, reference));

  expect(view).toMatchObject({ told: "being_assessed", pages: null, addenda: [], files: [] });
  const where = { referralId_recipient: { referralId: id, recipient: "council" } };
  const delivery = await owner.referralDelivery.findUnique({ where });
  expect(delivery?.acknowledgedAt).not.toBeNull();
});

test("the gateway is led on to the case that came of a referral", async () => {
  const { id: areaId } = await anArea();
  const officer = await anActor("gateway_officer", { areaId });
  const { referral, reference } = await aCase({ areaId });

  const view = await withActor(officer, (ctx) => viewAtGateway(ctx, referral.reference));

  expect(view.case?.reference).toBe(reference);
});

test("the coordinator of the case reads the words, and a colleague does not (IS-01)", async () => {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const colleague = await anActor("coordinator", { areaId });
  const { referral } = await aCase({ areaId, coordinator });
  const read = (who: typeof coordinator) =>
    withActor(who, (ctx) => viewAtCouncil(ctx, referral.reference));

  expect((await read(coordinator)).pages).not.toBeNull();
  expect((await read(colleague)).pages).toBeNull();
});

test("a chair on the case reads it, and to another chair it is not there (IS-01)", async () => {
  const { id: areaId } = await anArea();
  const [chair, other] = [await anActor("chair", { areaId }), await anActor("chair", { areaId })];
  const { id, referral } = await aCase({ areaId });
  await aWorker(id, chair);
  const read = (who: typeof chair) =>
    withActor(who, (ctx) => viewAtCouncil(ctx, referral.reference));

  expect((await read(chair)).pages).not.toBeNull();
  await expect(read(other)).rejects.toThrow(NotFound);
});

test("IS-18 with a conflict of interest the referral of the case is not there", async () => {
  const { id: areaId } = await anArea();
  const gateway = await anActor("gateway_officer", { areaId });
  const { id: caseId, referral } = await aCase({ areaId });
  const read = () => withActor(gateway, (ctx) => viewAtGateway(ctx, referral.reference));
  await expect(read()).resolves.toMatchObject({ reference: referral.reference });

  await owner.caseConflict.create({
    data: { caseId, areaId, userId: gateway.userId, declaredAt: new Date() },
  });

  await expect(read()).rejects.toThrow(NotFound);
});

test("the gateway of another area finds nothing, and nobody else has this view", async () => {
  const { areaId, referrer, reference } = await aSentReferral();
  const stranger = await anActor("gateway_officer", { areaId: (await anArea()).id });
  const coordinator = await anActor("coordinator", { areaId });
  const read = (who: typeof stranger) => withActor(who, (ctx) => viewAtGateway(ctx, reference));

  await expect(read(stranger)).rejects.toThrow(NotFound);
  await expect(read(referrer)).rejects.toThrow(Forbidden);
  await expect(read(coordinator)).rejects.toThrow();
});
