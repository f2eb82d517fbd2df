import { expect, test } from "vitest";

import { theSystem } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { addAddendum, eraseWithdrawn, withdrawReferral } from "@/lib/referrals/addenda/commands";
import { submitReferral } from "@/lib/referrals/commands";
import {
  discardStaleDrafts,
  nudgeStaleDrafts,
  saveDraftPage,
} from "@/lib/referrals/drafts/commands";
import { viewAtGateway } from "@/lib/referrals/gateway/queries";
import { viewReferral } from "@/lib/referrals/queries";
import { declaration, wholeReferral } from "@/tests/support/answers";
import { aDraft, aReadyArea, aReferral } from "@/tests/support/factories";
import { aFile, aLink } from "@/tests/support/intake";
import { owner } from "@/tests/support/owner";

const start = new Date("2026-03-02T10:00:00Z");
const after = (days: number) => new Date(start.getTime() + days * 86_400_000);

async function anOldDraft() {
  const { areaId, referrer } = await aReadyArea();
  const { draftId } = await aDraft(referrer, { person: wholeReferral.person });
  await owner.referral.update({
    where: { id: draftId },
    data: { draftSavedAt: start, createdAt: start },
  });
  const nudge = (days: number) => withActor(theSystem(areaId), nudgeStaleDrafts, after(days));
  const told = () =>
    owner.notification.findMany({
      where: { hatId: referrer.hatId },
      orderBy: { createdAt: "asc" },
      select: { kind: true, path: true, reference: true },
    });
  return { areaId, referrer, draftId, nudge, told };
}

test("T02 whoever left a draft is told after 7 days and after 25, each once", async () => {
  const { draftId, nudge, told } = await anOldDraft();

  for (const days of [6, 7, 8, 24, 25, 26, 29]) await nudge(days);

  const path = `/referrals/drafts/${draftId}`;
  expect(await told()).toEqual([
    { kind: "draft_waiting", path, reference: "Draft of 2 March 2026" },
    { kind: "draft_ending", path, reference: "Draft of 2 March 2026" },
  ]);
});

test("T02 nobody is told of a draft they touched since, nor of one that is gone", async () => {
  const { areaId, referrer, draftId, nudge, told } = await anOldDraft();
  await nudge(7);
  const answers = wholeReferral.person;
  const typed = { draftId, page: "person", editor: crypto.randomUUID(), version: 1 } as const;
  await withActor(referrer, (ctx) => saveDraftPage(ctx, { ...typed, answers }), after(20));

  await nudge(26);
  expect(await told()).toHaveLength(1);
  await nudge(27);
  expect(await told()).toHaveLength(2);

  await withActor(theSystem(areaId), discardStaleDrafts, after(50));
  await nudge(50);
  expect(await told()).toHaveLength(2);
});

test("IS-23 the mail of a draft that waits says nothing of what is in it", async () => {
  const { referrer, nudge } = await anOldDraft();
  await nudge(7);

  const [mail] = await owner.outboxMail.findMany({ where: { userId: referrer.userId } });

  expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/Rowan|Marsh|2011/);
});

async function aWithdrawal() {
  const area = await aReadyArea();
  const { areaId, referrer, officer } = area;
  const draft = await aDraft(referrer);
  await aFile(draft.draftId, referrer);
  const { reference } = await withActor(
    referrer,
    (ctx) => submitReferral(ctx, { ...draft, ...declaration }),
    start,
  );
  await aLink(
    { id: draft.draftId, areaId },
    await aReferral({ areaId, referrer, status: "gateway" }),
    officer,
  );
  const reason = "The parents have told us what happened.";
  await withActor(referrer, (ctx) => withdrawReferral(ctx, { reference, reason }), start);
  const erase = (days: number) => withActor(theSystem(areaId), eraseWithdrawn, after(days));
  return { ...area, id: draft.draftId, reference, erase };
}

async function leftOf(referralId: string) {
  const where = { referralId };
  const counts = [
    await owner.referralText.count({ where }),
    await owner.referralAddendum.count({ where }),
    await owner.attachment.count({ where }),
    await owner.person.count({ where }),
    await owner.equalityRecord.count({ where }),
    await owner.personLink.count({ where }),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

test("RF-09 a withdrawn referral is kept for 30 days and readable by whoever sent it", async () => {
  const { id, referrer, reference, erase } = await aWithdrawal();

  expect(await erase(30)).toBe(0);

  expect(await leftOf(id)).toBeGreaterThan(4);
  const seen = withActor(referrer, (ctx) => viewReferral(ctx, reference));
  await expect(seen).resolves.toMatchObject({ told: "closed" });
});

test("RF-09 on the day after, nothing is left but that it was there, and its key is gone", async () => {
  const { id, referrer, officer, reference, erase } = await aWithdrawal();

  expect(await erase(31)).toBe(1);
  expect(await erase(32)).toBe(0);

  expect(await leftOf(id)).toBe(0);
  const kept = await owner.referral.findUniqueOrThrow({ where: { id } });
  expect(kept).toMatchObject({ reference, status: "withdrawn", erasedAt: after(31) });
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: kept.dataKeyId } });
  expect(key).toMatchObject({ wrapped: null, destroyedAt: after(31) });
  await expect(withActor(referrer, (ctx) => viewReferral(ctx, reference))).rejects.toThrow(
    NotFound,
  );
  await expect(withActor(officer, (ctx) => viewAtGateway(ctx, reference))).rejects.toThrow(
    NotFound,
  );
  const logged = await owner.auditEvent.findMany({
    where: { type: "referral.erased", facts: { path: ["reference"], equals: reference } },
  });
  expect(logged).toHaveLength(1);
});

test("RF-09 nobody but the clock erases, and nothing that still waits is erased", async () => {
  const { officer, areaId, referrer, id } = await aWithdrawal();
  const waiting = await aReferral({ areaId, referrer, status: "gateway" });
  await owner.referral.update({
    where: { id: waiting.id },
    data: { disposeOn: new Date("2026-01-01") },
  });

  expect(await withActor(officer, eraseWithdrawn, after(60))).toBe(0);
  expect(await leftOf(id)).toBeGreaterThan(4);
  await withActor(theSystem(areaId), eraseWithdrawn, after(60));
  expect(await leftOf(waiting.id)).toBeGreaterThan(0);
});

test("RF-08 what is added stands beside what was sent, which stays as it was", async () => {
  const { referrer } = await aReadyArea();
  const draft = await aDraft(referrer);
  const { reference } = await withActor(referrer, (ctx) =>
    submitReferral(ctx, { ...draft, ...declaration }),
  );
  const where = { referralId: draft.draftId };
  const before = await owner.referralText.findUniqueOrThrow({ where });

  const body = "He has spoken to his tutor since, and asked for help.";
  await withActor(referrer, (ctx) => addAddendum(ctx, { reference, body }));
  const rewritten = withActor(referrer, ({ tx }) =>
    tx.referralText.updateMany({ where, data: { answers: {} } }),
  );

  await expect(rewritten).rejects.toThrow(/permission denied/);
  expect(await owner.referralText.findUniqueOrThrow({ where })).toEqual(before);
  expect(await owner.referralAddendum.findMany({ where })).toMatchObject([{ body }]);
});
