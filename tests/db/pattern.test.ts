import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { viewCase } from "@/lib/cases/overview/queries";
import { listPattern } from "@/lib/cases/pattern/queries";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { viewAtGateway, viewToScreen } from "@/lib/referrals/gateway/queries";
import { screenReferral } from "@/lib/referrals/screening/commands";
import { aCase, anActor, anArea, aReadyArea, aReferral, aWorker } from "@/tests/support/factories";
import { aLink } from "@/tests/support/intake";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const reasons = "Two agencies read this, and both came to the same view of what lies behind it.";

/** Three in a row: closed in January, with the gateway since March, and a case since May. */
async function aRow() {
  const area = await aReadyArea();
  const { areaId, referrer, officer, coordinator } = area;
  const received = (day: string) => new Date(`${day}T10:00:00Z`);
  const first = await aReferral({
    ...{ areaId, referrer, status: "closed_not_prevent", submittedAt: received("2026-01-12") },
    answers: { anonymous: "yes" },
  });
  const closureCode = "no_concern";
  await owner.referral.update({ where: { id: first.id }, data: { closureCode } });
  await owner.screening.create({
    data: {
      ...{ referralId: first.id, areaId, outcome: "close", closureCode, reasons },
      ...{ decidedByHatId: officer.hatId, decidedAt: received("2026-01-15") },
    },
  });
  const second = await aReferral({
    ...{ areaId, referrer, status: "gateway", submittedAt: received("2026-03-02") },
  });
  const third = await aCase({ areaId, referrer, submittedAt: received("2026-05-04") });
  await aWorker(third.id, coordinator);
  await aLink(second, first, officer);
  await aLink(third.referral, second, officer);
  return { ...area, first, second, third };
}
type Row = Awaited<ReturnType<typeof aRow>>;

const patternFor = (who: Actor, { id }: { id: string }) =>
  withActor(who, (ctx) => listPattern(ctx, id));

const closing = ({ second }: Row, look: { lookedAt: string[]; secondLook: string | null }) => ({
  ...{ referralId: second.id, outcome: "close", closureCode: "no_concern", signpost: "none" },
  ...{ signpostAnswer: "not_needed", reasons, referrerInformed: "yes", ...look },
});
const close = (row: Row, look: { lookedAt: string[]; secondLook: string | null }) =>
  withActor(row.officer, (ctx) =>
    screenReferral(ctx, closing(row, look) as Parameters<typeof screenReferral>[1]),
  );
const secondLook = "Read all three side by side: each is about another friend.";

test("T29 the gateway reads three referrals of one person as one row: when, from whom, what was decided and why", async () => {
  const { officer, first, second, third, referrer } = await aRow();
  const { name } = await owner.organisation.findUniqueOrThrow({
    where: { id: referrer.organisationId },
  });

  const pattern = await patternFor(officer, second);

  expect(pattern).toMatchObject([
    {
      ...{ reference: first.reference, receivedOn: "2026-01-12", organisation: name },
      ...{ status: "closed_not_prevent", closureCode: "no_concern", reasons },
      decidedOn: "2026-01-15",
    },
    { reference: second.reference, receivedOn: "2026-03-02", decidedOn: null },
    { caseReference: third.reference, receivedOn: "2026-05-04", status: "taken_forward" },
  ]);
});

test("T29 what was found not to be the same person, or taken back, is no part of it", async () => {
  const row = await aRow();
  const { areaId, officer, second } = row;
  const [stranger, mistaken] = [await aReferral({ areaId }), await aReferral({ areaId })];
  const linkIds = [await aLink(stranger, second, officer), await aLink(mistaken, second, officer)];
  await owner.personLink.update({ where: { id: linkIds[0] }, data: { answer: "not_same" } });
  await owner.personLink.update({
    where: { id: linkIds[1] },
    data: { undoneAt: new Date(), undoneByHatId: officer.hatId, undoneReasons: reasons },
  });

  const references = (await patternFor(officer, second)).map(({ reference }) => reference);

  expect(references).toHaveLength(3);
  expect(references).not.toContain(stranger.reference);
  expect(references).not.toContain(mistaken.reference);
});

test("T29 whoever runs the case sees the row too, without who asked not to be named (IS-07)", async () => {
  const { coordinator, first, third } = await aRow();

  const { pattern } = await withActor(coordinator, (ctx) => viewCase(ctx, third.reference));

  expect(pattern).toHaveLength(3);
  expect(pattern[0]).toMatchObject({ reference: first.reference, reasons, isMine: false });
  expect(pattern[0]).toMatchObject({ organisation: null, sector: "education" });
});

test("T05 a row outside the gateway leaves out what the police manage", async () => {
  const { officer, coordinator, first, third } = await aRow();
  await owner.referral.update({
    where: { id: first.id },
    data: { status: "police_led", closureCode: "police_investigation" },
  });

  expect(await patternFor(officer, third.referral)).toHaveLength(3);
  expect(await patternFor(coordinator, third.referral)).toHaveLength(2);
});

test("T29 a row is nobody else's: not of another area, not off the case, not with a conflict", async () => {
  const { areaId, officer, third } = await aRow();
  const stranger = await anActor("gateway_officer", { areaId: (await anArea()).id });
  const others = [stranger];
  for (const role of ["coordinator", "chair", "referrer", "panel_member", "auditor"] as const)
    others.push(await anActor(role, { areaId }));

  for (const who of others) expect(await patternFor(who, third.referral)).toEqual([]);
  await owner.caseConflict.create({
    data: {
      ...{ caseId: third.id, areaId, userId: officer.userId, nature: "A relative" },
      ...{ declaredAt: new Date(), declaredByHatId: officer.hatId },
    },
  });
  expect(await patternFor(officer, third.referral)).toEqual([]);
});

test("T04 another closure needs every earlier one read again, closures included, and says so in the log of what was looked at", async () => {
  const row = await aRow();
  const { first, second, third } = row;

  await expect(close(row, { lookedAt: [first.id], secondLook })).rejects.toThrow(FieldsRefused);
  await expect(close(row, { lookedAt: [], secondLook: null })).rejects.toThrow(FieldsRefused);
  await close(row, { lookedAt: [first.id, third.referral.id], secondLook });

  const [kept] = await owner.screening.findMany({ where: { referralId: second.id } });
  expect(kept).toMatchObject({ outcome: "close", secondLook });
  expect(kept?.lookedAt.toSorted()).toEqual([first.id, third.referral.id].toSorted());
});

test("T29 one that is linked while the form is open has not been looked at", async () => {
  const row = await aRow();
  const { areaId, officer, first, second, third } = row;
  await aLink(await aReferral({ areaId }), second, officer);

  const closed = close(row, { lookedAt: [first.id, third.referral.id], secondLook });

  await expect(closed).rejects.toThrow(FieldsRefused);
});

test("T29 a row of screenings that was written around the form is refused by the database", async () => {
  const { areaId, officer, first, second, third } = await aRow();
  const write = (look: object) =>
    withActor(officer, ({ tx, now }) =>
      tx.screening.createMany({
        data: {
          ...{ referralId: second.id, areaId, outcome: "close", closureCode: "no_concern" },
          ...{ reasons, decidedByHatId: officer.hatId, decidedAt: now, ...look },
        },
      }),
    );
  const all = [first.id, third.referral.id];

  await expect(write({})).rejects.toThrow(RuleBroken);
  await expect(write({ secondLook, lookedAt: [first.id] })).rejects.toThrow(RuleBroken);
  await expect(write({ secondLook: "ok", lookedAt: all })).rejects.toThrow(RuleBroken);
  await expect(write({ secondLook, lookedAt: all })).resolves.toEqual({ count: 1 });
});

test("the pages that show the row take no more than eight statements", async () => {
  const { officer, coordinator, second, third } = await aRow();
  const pages = [
    () => withActor(officer, (ctx) => viewAtGateway(ctx, second.reference)),
    () => withActor(officer, (ctx) => viewToScreen(ctx, second.reference)),
    () => withActor(coordinator, (ctx) => viewCase(ctx, third.reference)),
  ];

  const counts: number[] = [];
  for (const page of pages) counts.push((await countStatements<unknown>(page)).count);

  expect(Math.max(...counts)).toBeLessThanOrEqual(8);
});
