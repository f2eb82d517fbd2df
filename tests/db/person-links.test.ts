import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { fileStream } from "@/lib/audit/record";
import { withActor } from "@/lib/db/with-actor";
import { NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { startSearch } from "@/lib/people/commands";
import { viewAtGateway, viewMatch, viewToScreen } from "@/lib/referrals/gateway/queries";
import { linkReferral, undoLink } from "@/lib/referrals/links/commands";
import { viewSearch } from "@/lib/referrals/search/queries";
import { aCase, anActor, anArea, aReferral } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const person = { forenames: "Ciaran", surname: "Doyle", dateOfBirth: "2010-02-03" };
const reasons = "The address and the school agree, and the school confirmed it.";

async function twoReferrals() {
  const { id: areaId } = await anArea();
  const gateway = await anActor("gateway_officer", { areaId });
  const earlier = await aReferral({
    areaId,
    person,
    status: "closed_not_prevent",
    submittedAt: new Date("2026-01-10T10:00:00Z"),
  });
  const misspelt = { ...person, forenames: "Kieran", dateOfBirth: "2010-03-02" };
  const current = await aReferral({ areaId, person: misspelt, status: "gateway" });
  return { areaId, gateway, earlier, current };
}

type Ref = { id: string; reference: string };
const link = (who: Actor, one: Ref, other: Ref, answer: "same" | "not_same" = "same") =>
  withActor(who, (ctx) =>
    linkReferral(ctx, { referralId: one.id, otherReferralId: other.id, answer, reasons }),
  );
const view = (who: Actor, { reference }: Ref) =>
  withActor(who, (ctx) => viewAtGateway(ctx, reference));
const liveLink = ({ id }: Ref) =>
  owner.personLink.findFirstOrThrow({ where: { undoneAt: null, referralId: id } });

test("IS-19 opening a misspelt referral brings up the earlier one, with its score, its reasons and what was decided", async () => {
  const { gateway, earlier, current } = await twoReferrals();

  const { possible, same } = await view(gateway, current);

  expect(same).toEqual([]);
  expect(possible).toMatchObject([
    { reference: earlier.reference, status: "closed_not_prevent", name: "Ciaran Doyle" },
  ]);
  expect(possible[0]?.why).toEqual(
    expect.arrayContaining(["Surname is the same", "Day and month swapped"]),
  );
  const where = { stream: fileStream(current.dataKeyId), type: "people.searched" };
  const [event] = await owner.auditEvent.findMany({ where });
  expect(event?.facts).toMatchObject({ hits: 1, why: "referral" });
  expect(JSON.stringify(event?.facts)).not.toMatch(/doyle|kieran/i);
});

test("said to be the same, the earlier referral is counted, on both sides, and on both logs (T29)", async () => {
  const { gateway, earlier, current } = await twoReferrals();

  await link(gateway, current, earlier);

  const [here, there] = [await view(gateway, current), await view(gateway, earlier)];
  expect(here.possible).toEqual([]);
  expect(here.same).toMatchObject([{ reference: earlier.reference, link: { reasons } }]);
  expect(there.same).toMatchObject([{ reference: current.reference }]);
  for (const { dataKeyId } of [current, earlier]) {
    const where = { stream: fileStream(dataKeyId), type: "referral.linked" };
    expect(await owner.auditEvent.count({ where })).toBe(1);
  }
});

test("a third referral, linked to the second alone, counts for the first as well", async () => {
  const { areaId, gateway, earlier, current } = await twoReferrals();
  const oldest = await aReferral({ areaId, status: "closed_not_prevent" });
  await link(gateway, earlier, oldest);
  await link(gateway, current, earlier);

  const { same } = await view(gateway, current);

  expect(same.map(({ reference }) => reference).sort()).toEqual(
    [earlier.reference, oldest.reference].sort(),
  );
});

test("said not to be the same, it is not asked about again, and is not counted", async () => {
  const { gateway, earlier, current } = await twoReferrals();

  await link(gateway, current, earlier, "not_same");

  const { possible, same, notSame } = await view(gateway, current);
  expect({ possible, same }).toEqual({ possible: [], same: [] });
  expect(notSame).toMatchObject([{ reference: earlier.reference }]);
});

test("an answer can be taken back with a reason; both stay on record, and the question is open again", async () => {
  const { gateway, earlier, current } = await twoReferrals();
  await link(gateway, current, earlier);
  const { id } = await liveLink(current);
  const undo = () => withActor(gateway, (ctx) => undoLink(ctx, { linkId: id, reasons }));

  await undo();

  expect((await view(gateway, current)).possible).toHaveLength(1);
  expect(await owner.personLink.findUnique({ where: { id } })).toMatchObject({
    answer: "same",
    undoneByHatId: gateway.hatId,
    undoneReasons: reasons,
  });
  await expect(undo()).rejects.toThrow(RuleBroken);
  await expect(link(gateway, earlier, current)).resolves.toBeDefined();
});

test("nothing is merged: both referrals and both people are as they were", async () => {
  const { gateway, earlier, current } = await twoReferrals();
  const where = { referralId: { in: [earlier.id, current.id] } };
  const before = await owner.person.findMany({ where, orderBy: { id: "asc" } });

  await link(gateway, current, earlier);

  expect(await owner.person.findMany({ where, orderBy: { id: "asc" } })).toEqual(before);
});

test("the second of two officers is told who answered first, and what", async () => {
  const { areaId, gateway, earlier, current } = await twoReferrals();
  const second = await anActor("gateway_officer", { areaId });
  await link(gateway, current, earlier);

  const answered = link(second, earlier, current, "not_same");

  await expect(answered).rejects.toThrow(Overtaken);
  await expect(answered).rejects.toMatchObject({
    fields: [{ theirs: "The same person" }, { theirs: reasons }],
  });
});

test("IS-18 a link to a referral one has a conflict with is not there, and none can be made", async () => {
  const { areaId, gateway, current } = await twoReferrals();
  const other = await anActor("gateway_officer", { areaId });
  const { id: caseId, referral } = await aCase({ areaId, person });
  await link(other, current, referral);
  await owner.caseConflict.create({
    data: { caseId, areaId, userId: gateway.userId, declaredAt: new Date() },
  });

  const { same, possible } = await view(gateway, current);

  expect([...same, ...possible].map(({ id }) => id)).not.toContain(referral.id);
  await expect(link(gateway, current, referral)).rejects.toThrow(NotFound);
  const seen = withActor(gateway, ({ tx }) =>
    tx.personLink.count({ where: { referralId: current.id } }),
  );
  await expect(seen).resolves.toBe(0);
});

test.for(["referrer", "coordinator", "chair", "panel_member"] as const)(
  "a %s neither answers nor reads an answer",
  async (role) => {
    const { areaId, gateway, earlier, current } = await twoReferrals();
    const somebody = await anActor(role, { areaId });
    await link(gateway, current, earlier);

    await expect(link(somebody, current, earlier)).rejects.toThrow(NotFound);
    const read = withActor(somebody, ({ tx }) => tx.personLink.count());
    await expect(read).resolves.toBe(0);
  },
);

test("each page of the gateway takes no more than eight statements", async () => {
  const { gateway, earlier, current } = await twoReferrals();
  const count = async (work: Parameters<typeof withActor<unknown>>[1]) =>
    (await countStatements(() => withActor(gateway, work))).count;

  expect(await count((ctx) => viewAtGateway(ctx, current.reference))).toBeLessThanOrEqual(8);
  expect(await count((ctx) => viewToScreen(ctx, current.reference))).toBeLessThanOrEqual(8);
  expect(
    await count((ctx) => viewMatch(ctx, current.reference, earlier.reference)),
  ).toBeLessThanOrEqual(8);
});

test("to the gateway a search gives names, and to a coordinator only that there is a referral", async () => {
  const { areaId, gateway, earlier } = await twoReferrals();
  const coordinator = await anActor("coordinator", { areaId });
  const terms = { ...person, name: "Ciaran Doyle", approximateAge: null, postcode: null };
  const search = (who: Actor) =>
    withActor(who, async (ctx) => {
      const asked = { place: null, reason: "A school has rung about them", ...terms };
      const { forenames: _, surname: __, ...input } = asked;
      return viewSearch(ctx, (await startSearch(ctx, input)).searchId);
    });

  const row = { reference: earlier.reference, told: "closed" };
  expect((await search(gateway)).found[0]).toMatchObject({ ...row, name: "Ciaran Doyle" });
  expect((await search(coordinator)).found[0]).toMatchObject({ ...row, name: null, status: null });
});
