import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { aConsultation } from "@/tests/support/consultations";
import { anActor } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { anAreaWithAPlan, past } from "@/tests/support/past";

const at = new Date();

test("a response is there for those who were asked, with their own words, and its questions stay once it is signed (2.1)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [asked, beside] = [await as("steering_member"), await as("steering_member")];
  const open = await aConsultation(keeper, { contributorHatId: asked.hatId });
  const signed = await aConsultation(keeper, { status: "signed_off" });
  const of = { consultationId: open.id, areaId, questionId: open.questionId };
  await owner.consultationContributor.create({
    data: {
      ...{ consultationId: open.id, areaId, hatId: beside.hatId, askedAt: at },
      askedByHatId: keeper.hatId,
    },
  });
  await owner.consultationAnswer.createMany({
    data: [asked, beside].map(({ hatId }) => ({ ...of, hatId, body: "x", saidAt: at })),
  });
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      await tx.consultation.count({ where: { id: { in: [open.id, signed.id] } } }),
      await tx.consultationAnswer.count({ where: { consultationId: open.id } }),
    ]);
  const draft = (id: string) =>
    past(keeper, (tx) =>
      tx.consultationQuestion.updateMany({ where: { id }, data: { draft: "x" } }),
    );

  expect([await seen(keeper), await seen(asked), await seen(await as("steering_member"))]).toEqual([
    [2, 2],
    [1, 1],
    [0, 0],
  ]);
  expect([await draft(open.questionId), await draft(signed.questionId)]).toEqual([
    { count: 1 },
    { count: 0 },
  ]);
});

test("a response asks people of its area while it is open, takes their words until it is submitted, and then stays (2.1)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [lead, beside] = [await as("agency_lead"), await as("agency_lead")];
  const away = await anActor("agency_lead");
  const asked = { contributorHatId: lead.hatId };
  const open = await aConsultation(keeper, asked);
  const signed = await aConsultation(keeper, { ...asked, status: "signed_off" });
  const done = await aConsultation(keeper, { ...asked, status: "submitted" });
  const ask = ({ id: consultationId }: { id: string }, { hatId }: Actor) =>
    past(keeper, (tx) =>
      tx.consultationContributor.createMany({
        data: { consultationId, areaId, hatId, askedByHatId: keeper.hatId, askedAt: at },
      }),
    );
  const question = ({ id: consultationId }: { id: string }) =>
    past(keeper, (tx) =>
      tx.consultationQuestion.createMany({
        data: {
          ...{ consultationId, areaId, number: 9, text: "x" },
          ...{ editedByHatId: keeper.hatId, editedAt: at },
        },
      }),
    );
  type One = { id: string; questionId: string };
  const say = ({ hatId, ...who }: Actor, { id: consultationId, questionId }: One, as = hatId) =>
    past({ hatId, ...who }, (tx) =>
      tx.consultationAnswer.createMany({
        data: { consultationId, questionId, areaId, hatId: as, body: "x", saidAt: at },
      }),
    );
  const reword = past(keeper, (tx) =>
    tx.consultation.updateMany({ where: { id: done.id }, data: { receipt: "x" } }),
  );

  await expect(reword).rejects.toThrow(/stays as it was/);
  await expect(ask(open, away)).rejects.toThrow(/of the area/);
  await expect(ask(signed, beside)).rejects.toThrow(/row-level/);
  await expect(question(signed)).rejects.toThrow(/row-level/);
  await expect(question(open)).resolves.toEqual({ count: 1 });
  await expect(say(beside, open)).rejects.toThrow(/row-level/);
  await expect(say(lead, done)).rejects.toThrow(/row-level/);
  await expect(say(lead, { ...open, questionId: signed.questionId })).rejects.toThrow(/row-level/);
  await expect(say(lead, signed)).resolves.toEqual({ count: 1 });
  await expect(ask(open, beside)).resolves.toEqual({ count: 1 });
  await expect(say(lead, open, beside.hatId)).rejects.toThrow(/row-level/);
});
