import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { submitReferral } from "@/lib/referrals/commands";
import { saveDraftPage, startCall } from "@/lib/referrals/drafts/commands";
import { viewAnswers, viewDraftPage } from "@/lib/referrals/drafts/queries";
import { viewAtGateway } from "@/lib/referrals/gateway/queries";
import type { QuestionPage } from "@/lib/referrals/pages/rules";
import type { Answers } from "@/lib/referrals/schema";
import { declaration, wholeReferral } from "@/tests/support/answers";
import { aDraft, anActor, aReadyArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const call = { calledOn: "2/3/2026", calledAt: "9:30am", callBackNumber: "01632 960333" };
const caller = {
  ...{ name: "Nell Harker", role: "Neighbour", organisation: "Member of the public" },
  ...{ sector: "community", contact: "After six", anonymous: "yes" },
};

/** Everything that somebody said on the telephone, page by page, as whoever took it down. */
async function aCall(
  taker: Actor,
  answers: Answers = { ...wholeReferral, call, referrer: caller },
) {
  const { draftId } = await withActor(taker, startCall);
  for (const page of Object.keys(answers) as QuestionPage[])
    await withActor(taker, (ctx) =>
      saveDraftPage(ctx, {
        ...{ draftId, page, editor: randomUUID(), version: 0 },
        answers: answers[page] ?? {},
      }),
    );
  const { version } = await owner.referral.findUniqueOrThrow({ where: { id: draftId } });
  return { draftId, draftVersion: version, ...declaration };
}

test.for(["officer", "coordinator"] as const)(
  "IS-17 what somebody says on the telephone to the %s is a referral like any other, without an account of theirs",
  async (who) => {
    const area = await aReadyArea();
    const taker = area[who];

    const draft = await aCall(taker);
    const { reference } = await withActor(taker, (ctx) => submitReferral(ctx, draft));

    const kept = await owner.referral.findUniqueOrThrow({
      where: { id: draft.draftId },
      include: { referralDeliveries: true, referralText: true },
    });
    expect(kept).toMatchObject({
      ...{ channel: "telephone", status: "gateway", reference, sector: "community" },
      ...{ createdById: taker.userId, createdByHatId: taker.hatId },
    });
    expect(kept.referralDeliveries).toHaveLength(2);
    const read = await withActor(area.officer, (ctx) => viewAtGateway(ctx, reference));
    expect(read.channel).toBe("telephone");
    const rows = read.pages.flatMap(({ rows: some }) => some.map(({ key, value }) => [key, value]));
    expect(rows).toContainEqual(["Caller’s name", "Nell Harker"]);
    expect(rows).toContainEqual(["Number to ring them back on", "01632 960333"]);
    expect(rows).toContainEqual(["At what time?", "09:30"]);
  },
);

test("IS-07 a caller who asks not to be named is sealed, and so is the number to ring back", async () => {
  const { officer } = await aReadyArea();
  const draft = await aCall(officer);
  await withActor(officer, (ctx) => submitReferral(ctx, draft));

  const text = await owner.referralText.findUniqueOrThrow({
    where: { referralId: draft.draftId },
  });

  expect(JSON.stringify(text.answers)).not.toMatch(/Harker|960333|Neighbour/);
});

test("RF-01 of a call, when it was and the number to ring back are no less needed than the rest", async () => {
  const { officer } = await aReadyArea();
  const draft = await aCall(officer, { ...wholeReferral, referrer: caller, call: {} });

  const { unfinished } = (await withActor(officer, (ctx) =>
    viewAnswers(ctx, draft.draftId),
  )) as Exclude<Awaited<ReturnType<typeof viewAnswers>>, { sentAs: string }>;

  expect(unfinished).toEqual(["call"]);
  await expect(withActor(officer, (ctx) => submitReferral(ctx, draft))).rejects.toThrow();
});

test("only the gateway and the coordinators take calls, and the database keeps to it", async () => {
  const { areaId, referrer } = await aReadyArea();
  const others = [referrer];
  for (const role of ["agency_lead", "panel_member", "chair"] as const)
    others.push(await anActor(role, { areaId }));

  for (const who of others) await expect(withActor(who, startCall)).rejects.toThrow(Forbidden);
  const { draftId } = await aDraft(referrer, {});
  const { dataKeyId } = await owner.referral.findUniqueOrThrow({ where: { id: draftId } });
  const forged = withActor(referrer, ({ tx, now }) =>
    tx.referral.createMany({
      data: {
        ...{ areaId, organisationId: referrer.organisationId, createdById: referrer.userId },
        ...{ createdByHatId: referrer.hatId, dataKeyId, channel: "telephone", createdAt: now },
      },
    }),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});

test("a referral that somebody writes for themselves does not become a call", async () => {
  const { referrer } = await aReadyArea();
  const { draftId } = await aDraft(referrer, {});
  const typed = { draftId, page: "call", editor: randomUUID(), version: 0 } as const;

  const seen = withActor(referrer, (ctx) => viewDraftPage(ctx, draftId, "call"));
  await expect(seen).rejects.toThrow(NotFound);
  const saved = withActor(referrer, (ctx) => saveDraftPage(ctx, { ...typed, answers: call }));

  await expect(saved).rejects.toThrow(NotFound);
});
