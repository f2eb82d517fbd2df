import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { fileStream } from "@/lib/audit/record";
import { type Context, withActor } from "@/lib/db/with-actor";
import { NotFound, RuleBroken } from "@/lib/errors";
import { submitReferral } from "@/lib/referrals/commands";
import { readAnswers, viewReferral } from "@/lib/referrals/queries";
import { once } from "@/lib/request/once";
import { declaration, wholeReferral } from "@/tests/support/answers";
import { aDraft, anActor, anArea, aReadyArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const send = (who: Actor, draft: { draftId: string; draftVersion: number }) =>
  withActor(who, (ctx) => submitReferral(ctx, { ...draft, ...declaration }));

async function aSentReferral(answers = wholeReferral) {
  const area = await aReadyArea();
  const draft = await aDraft(area.referrer, answers);
  const { reference } = await send(area.referrer, draft);
  const { draftId: id } = draft;
  const referral = await owner.referral.findUniqueOrThrow({ where: { id } });
  return { ...area, id, reference, referral };
}

test("sending gives a reference, reaches police and council at once, and starts both clocks (T01, T03, IS-17, TL-01, TL-02)", async () => {
  const { id, reference, referral, police, council } = await aSentReferral();

  expect(reference).toMatch(/^R-\d{4}-000001$/);
  expect(referral).toMatchObject({ status: "gateway", sector: "education", sealedDraft: null });
  const deliveries = await owner.referralDelivery.findMany({ where: { referralId: id } });
  expect(deliveries.map(({ recipient, organisationId }) => [recipient, organisationId])).toEqual(
    expect.arrayContaining([
      ["police", police.id],
      ["council", council.id],
    ]),
  );
  const clocks = await owner.clock.findMany({ where: { referralId: id } });
  expect(clocks.map(({ kind }) => kind).sort()).toEqual([
    "acknowledge_referral",
    "gateway_assessment",
  ]);
});

test("the gateway and the coordinators are told, the referrer is thanked, and no mail holds a name (IS-16, IS-23)", async () => {
  const { areaId, officer, coordinator, referrer, reference } = await aSentReferral();

  const notices = await owner.notification.findMany({ where: { areaId } });
  expect(notices.map(({ hatId, kind }) => [hatId, kind])).toEqual(
    expect.arrayContaining([
      [officer.hatId, "referral_received"],
      [coordinator.hatId, "referral_received"],
      [referrer.hatId, "referral_thanks"],
    ]),
  );
  expect(notices).toHaveLength(3);
  const mails = await owner.outboxMail.findMany({ where: { areaId } });
  expect(mails).toHaveLength(3);
  for (const { subject, body } of mails) {
    expect(subject).toContain(reference);
    expect(`${subject} ${body}`).not.toMatch(/Rowan|Marsh|Canal/);
  }
});

test("what would find the family is sealed, ethnicity is apart, and names can be matched (IS-20)", async () => {
  const { id, referral, referrer } = await aSentReferral();

  const text = await owner.referralText.findUniqueOrThrow({ where: { referralId: id } });
  const kept = JSON.stringify(text.answers);
  expect(text.answers).toMatchObject({ concern: "not_sure", postcode: "NB1 4QT" });
  for (const hidden of ["Canal Row", "960111", "960222", "white"]) {
    expect(kept).not.toContain(hidden);
    expect(Buffer.from(text.sealedContact ?? []).toString("latin1")).not.toContain(hidden);
  }
  await expect(
    owner.equalityRecord.findUnique({ where: { referralId: id } }),
  ).resolves.toMatchObject({ ethnicity: "white" });
  const person = await owner.person.findUniqueOrThrow({ where: { referralId: id } });
  expect(person).toMatchObject({
    surname: "Marsh",
    matchName: "rowan|marsh|",
    postcode: "NB1 4QT",
  });
  const names = await owner.personName.findMany({ where: { personId: person.id } });
  expect(names.map(({ word }) => word).sort()).toEqual(["marsh", "rowan"]);
  const { answers } = await withActor(referrer, (ctx) => readAnswers(ctx, referral));
  expect(answers).toMatchObject({ address: "4 Canal Row", parentContact: "01632 960222" });
});

test("a referrer who asked for it is named in nothing but what is sealed (IS-07)", async () => {
  const referrer = { ...wholeReferral.referrer, anonymous: "yes" };
  const { id } = await aSentReferral({ ...wholeReferral, referrer });

  const text = await owner.referralText.findUniqueOrThrow({ where: { referralId: id } });

  expect(JSON.stringify(text.answers)).not.toMatch(/Ada Stone|ada@oakfield/);
});

test("the record says that it was sent, and whoever may read the referral may read the record", async () => {
  const { referral, officer } = await aSentReferral();

  const read = await withActor(officer, ({ tx }) =>
    tx.auditEvent.findMany({
      where: { stream: fileStream(referral.dataKeyId), type: "referral.submitted" },
      select: { type: true, facts: true },
    }),
  );

  expect(read).toEqual([
    {
      type: "referral.submitted",
      facts: { reference: referral.reference, told: "yes", generalisations: 0 },
    },
  ]);
});

test("one key sent twelve times at once makes one referral (RF-07)", async () => {
  const { referrer, areaId } = await aReadyArea();
  const draft = await aDraft(referrer);
  const key = randomUUID();
  const input = { ...draft, ...declaration };

  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      withActor(referrer, (ctx) => once(ctx, key, input, () => submitReferral(ctx, input))),
    ),
  );

  expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
  await expect(owner.referralText.count({ where: { areaId } })).resolves.toBe(1);
  await expect(owner.referralDelivery.count({ where: { areaId } })).resolves.toBe(2);
  await expect(owner.notification.count({ where: { areaId } })).resolves.toBe(3);
});

test("sent from two windows with keys of their own, it is still one referral", async () => {
  const { referrer, areaId } = await aReadyArea();
  const draft = await aDraft(referrer);

  const sent = await Promise.all([send(referrer, draft), send(referrer, draft)]);

  expect(sent[0]).toEqual(sent[1]);
  await expect(owner.referralText.count({ where: { areaId } })).resolves.toBe(1);
});

const tables = ["referralText", "person", "referralDelivery", "clock", "notification"] as const;

test("whatever it is interrupted after, nothing of it is left (RF-07)", async () => {
  const { referrer, areaId } = await aReadyArea();
  const draft = await aDraft(referrer);
  const before = await owner.auditEvent.count({ where: { area: areaId } });
  let statements = Number.POSITIVE_INFINITY;
  let kills = 0;

  for (let after = 1; after < statements; after++) {
    let done = 0;
    const interrupted = withActor(referrer, (ctx) =>
      submitReferral(
        breakingAfter(ctx, () => ++done > after),
        { ...draft, ...declaration },
      ),
    );
    const failed = await interrupted.then(
      () => false,
      () => true,
    );
    if (!failed) statements = after;
    else {
      kills++;
      for (const table of tables) {
        const rows = await (owner[table].count as (q: object) => Promise<number>)({
          where: { areaId },
        });
        expect([after, table, rows]).toEqual([after, table, 0]);
      }
      const { status } = await owner.referral.findUniqueOrThrow({ where: { id: draft.draftId } });
      expect(status).toBe("draft");
      expect(await owner.auditEvent.count({ where: { area: areaId } })).toBe(before);
    }
  }

  expect(kills).toBeGreaterThan(15);
  await expect(owner.referralText.count({ where: { areaId } })).resolves.toBe(1);
});

/** The same context, whose connection is lost before the statement that the test names. */
function breakingAfter(ctx: Context, isOver: () => boolean): Context {
  const guard = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name);
        if (typeof value === "function") {
          return (...parameters: unknown[]) => {
            if (isOver()) throw new Error("The connection was lost");
            return value.apply(object, parameters);
          };
        }
        return value instanceof Object ? guard(value) : value;
      },
    });
  return { ...ctx, tx: guard(ctx.tx) };
}

test("an unfinished form is not sent, and stays a draft (T01, RF-01)", async () => {
  const { referrer } = await aReadyArea();
  const { strengths: _, ...needs } = wholeReferral.needs;
  const draft = await aDraft(referrer, { ...wholeReferral, needs });

  await expect(send(referrer, draft)).rejects.toThrow("Some questions have no answer yet");

  const row = await owner.referral.findUniqueOrThrow({ where: { id: draft.draftId } });
  expect(row).toMatchObject({ status: "draft", reference: null });
});

test("nobody in danger waits for a form to be read (T01)", async () => {
  const { referrer } = await aReadyArea();
  const safety = { immediateDanger: "yes", otherSafeguarding: "no" };
  const draft = await aDraft(referrer, { ...wholeReferral, safety });

  await expect(send(referrer, draft)).rejects.toThrow("call 999");
});

test("where there is no council to receive it, nothing is sent (T03, IS-17)", async () => {
  const { id: areaId } = await anArea();
  const referrer = await anActor("referrer", { areaId });
  const draft = await aDraft(referrer);

  await expect(send(referrer, draft)).rejects.toThrow(RuleBroken);

  await expect(owner.referralText.count({ where: { areaId } })).resolves.toBe(0);
});

test("answers that changed since they were read through are read through again", async () => {
  const { referrer } = await aReadyArea();
  const draft = await aDraft(referrer);

  const sent = send(referrer, { ...draft, draftVersion: draft.draftVersion - 1 });

  await expect(sent).rejects.toThrow("Your answers have changed");
});

test("nobody else sends a draft: not a colleague, and not the organisation's lead", async () => {
  const { referrer, areaId, officer } = await aReadyArea();
  const { organisationId } = referrer;
  const draft = await aDraft(referrer);
  const others = [
    await anActor("referrer", { areaId, organisationId }),
    await anActor("agency_lead", { areaId, organisationId }),
    officer,
  ];

  for (const other of others)
    await expect(send(other, draft)).rejects.toThrow(/cannot do this|no such draft/);
});

test("the referrer sees a word for how far it is, and neither closure code nor who else is known (IS-16, RF-04)", async () => {
  const { referrer, reference, id } = await aSentReferral();
  const read = () => withActor(referrer, (ctx) => viewReferral(ctx, reference));

  expect((await read()).told).toBe("being_assessed");
  await owner.referral.update({ where: { id }, data: { status: "police_led" } });
  const told = await read();

  expect(told.told).toBe("closed");
  expect(JSON.stringify(told)).not.toMatch(/police|screening|priority/i);
});

test("to a stranger a referral is not there, and the council's view has none of its words (IS-01)", async () => {
  const { reference, areaId, coordinator } = await aSentReferral();
  const stranger = await anActor("referrer", { areaId });

  await expect(withActor(stranger, (ctx) => viewReferral(ctx, reference))).rejects.toThrow(
    NotFound,
  );
  await expect(
    withActor(coordinator, (ctx) => viewReferral(ctx, reference)),
  ).resolves.toMatchObject({ mine: null });
});
