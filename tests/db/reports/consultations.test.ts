import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import {
  addConsultation,
  addQuestion,
  answerQuestion,
  askContributor,
  draftAnswer,
  remindContributors,
  signOff,
  submitResponse,
} from "@/lib/consultations/commands";
import { exportResponse, listConsultations, viewConsultation } from "@/lib/consultations/queries";
import type { FrozenResponse } from "@/lib/consultations/rules";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { aConsultation } from "@/tests/support/consultations";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());

async function aTable() {
  const { id: areaId } = await anArea();
  return {
    keeper: await anActor("prevent_coordinator", { areaId }),
    lead: await anActor("agency_lead", { areaId }),
    steering: await anActor("steering_member", { areaId }),
    gold: await anActor("gold_reader", { areaId }),
  };
}

const stored = (id: string) => owner.consultation.findUniqueOrThrow({ where: { id } });
const view = (who: Actor, id: string) => withActor(who, (ctx) => viewConsultation(ctx, id));
const draft = (questionId: string, version = 1) => ({
  ...{ questionId, version, stance: "own" as const, draft: "We think it is clear." },
});
const noticesOf = async ({ hatId }: Actor) =>
  (await owner.notification.findMany({ where: { hatId } })).map(({ kind }) => kind);

test("a response goes from the question to the submitted copy with its receipt, and each step is recorded (2.1)", async () => {
  const { keeper, lead } = await aTable();
  const { consultationId } = await withActor(keeper, (ctx) =>
    addConsultation(ctx, {
      ...{ title: "Duty guidance", askedBy: "The Home Office", about: "The guidance." },
      ...{ regionalBody: "London Councils", contributeBy: addDays(today, 5) },
      closesDay: addDays(today, 20),
    }),
  );
  const ask = (text: string) =>
    withActor(keeper, (ctx) => addQuestion(ctx, { consultationId, text }));
  await ask("Is it clear?");
  await ask("Is it fair?");
  await withActor(keeper, (ctx) => askContributor(ctx, { consultationId, hatId: lead.hatId }));
  const { questions } = await view(keeper, consultationId);
  const [first = "", second = ""] = questions.map(({ id }) => id);
  await withActor(lead, (ctx) => answerQuestion(ctx, { questionId: first, body: "It is not." }));
  await withActor(lead, (ctx) => answerQuestion(ctx, { questionId: first, body: "It is." }));
  await withActor(keeper, (ctx) => draftAnswer(ctx, draft(first)));
  await withActor(keeper, (ctx) =>
    draftAnswer(ctx, { ...draft(second), stance: "support_whole", draft: "" }),
  );
  const { version } = await stored(consultationId);
  await withActor(keeper, (ctx) =>
    signOff(ctx, { consultationId, version, signedBy: "Cabinet member", signedDay: today }),
  );
  await withActor(keeper, (ctx) =>
    submitResponse(ctx, {
      ...{ consultationId, version: version + 1, submittedDay: today, receipt: "HO-123" },
    }),
  );

  expect((await view(keeper, consultationId)).answers).toMatchObject([{ body: "It is." }]);
  const { submitted, receipt } = await stored(consultationId);
  expect(receipt).toBe("HO-123");
  expect((submitted as unknown as FrozenResponse).answers).toMatchObject([
    { number: 1, stance: "own", draft: "We think it is clear." },
    { number: 2, stance: "support_whole", draft: "" },
  ]);
  const events = await owner.auditEvent.findMany({ where: { actor: keeper.userId } });
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["consultation.signed_off", "consultation.submitted"]),
  );
});

test("a response is not signed off with a question open, nor submitted without a sign-off", async () => {
  const { keeper } = await aTable();
  const { id: consultationId, version } = await aConsultation(keeper);

  const early = withActor(keeper, (ctx) =>
    signOff(ctx, { consultationId, version, signedBy: "Cabinet member", signedDay: today }),
  );
  await expect(early).rejects.toThrow(RuleBroken);
  const unsigned = withActor(keeper, (ctx) =>
    submitResponse(ctx, { consultationId, version, submittedDay: today, receipt: "x" }),
  );
  await expect(unsigned).rejects.toThrow(RuleBroken);

  expect(await stored(consultationId)).toMatchObject({ status: "open", receipt: null });
});

test("an answer that changes after the sign-off has to be signed off again", async () => {
  const { keeper } = await aTable();
  const one = await aConsultation(keeper, { status: "signed_off" });

  const { wasSigned } = await withActor(keeper, (ctx) => draftAnswer(ctx, draft(one.questionId)));

  expect(wasSigned).toBe(true);
  expect(await stored(one.id)).toMatchObject({ status: "open", signedBy: null });
});

test("what was submitted stays as it was, by a command or past it", async () => {
  const { keeper, lead } = await aTable();
  const one = await aConsultation(keeper, { status: "submitted", contributorHatId: lead.hatId });
  const before = await stored(one.id);
  const { id: consultationId, questionId } = one;

  for (const attempt of [
    () => withActor(keeper, (ctx) => draftAnswer(ctx, draft(questionId))),
    () => withActor(keeper, (ctx) => addQuestion(ctx, { consultationId, text: "And?" })),
    () => withActor(lead, (ctx) => answerQuestion(ctx, { questionId, body: "Late." })),
    () =>
      withActor(keeper, ({ tx }) =>
        tx.consultation.updateMany({ where: { id: one.id }, data: { receipt: "y" } }),
      ),
  ])
    await expect(attempt()).rejects.toThrow();

  expect(await stored(one.id)).toEqual(before);
});

test("contributors see the response they were asked for and their own words, and nobody else sees it before it is submitted", async () => {
  const { keeper, lead, steering, gold } = await aTable();
  const one = await aConsultation(keeper, { contributorHatId: lead.hatId });
  await withActor(keeper, (ctx) =>
    askContributor(ctx, { consultationId: one.id, hatId: gold.hatId }),
  );
  const { questionId } = one;
  await withActor(gold, (ctx) => answerQuestion(ctx, { questionId, body: "Gold says so." }));
  await withActor(lead, (ctx) => answerQuestion(ctx, { questionId, body: "The lead says so." }));
  const ids = async (who: Actor) =>
    (await withActor(who, listConsultations)).consultations.map(({ id }) => id);

  expect((await view(lead, one.id)).answers.map(({ body }) => body)).toEqual(["The lead says so."]);
  expect((await view(keeper, one.id)).answers).toHaveLength(2);
  expect(await ids(steering)).toEqual([]);
  await expect(view(steering, one.id)).rejects.toThrow(NotFound);
  await expect(
    withActor(steering, (ctx) => answerQuestion(ctx, { questionId, body: "x" })),
  ).rejects.toThrow(NotFound);
  await expect(withActor(lead, (ctx) => draftAnswer(ctx, draft(questionId)))).rejects.toThrow(
    Forbidden,
  );
  await expect(withActor(lead, (ctx) => exportResponse(ctx, one.id, "pdf"))).rejects.toThrow(
    Forbidden,
  );
  const done = await aConsultation(keeper, { status: "submitted" });
  expect(await ids(steering)).toEqual([done.id]);
  expect(await ids(await anActor("prevent_coordinator"))).toEqual([]);
});

test("those who have said nothing are reminded, once a day, and those who have are left alone", async () => {
  const { keeper, lead, gold } = await aTable();
  const { id: consultationId, questionId } = await aConsultation(keeper, {
    contributorHatId: lead.hatId,
  });
  await withActor(keeper, (ctx) => askContributor(ctx, { consultationId, hatId: gold.hatId }));
  await withActor(gold, (ctx) => answerQuestion(ctx, { questionId, body: "Said." }));
  const remind = () => withActor(keeper, (ctx) => remindContributors(ctx, { consultationId }));

  await remind();

  expect(await noticesOf(lead)).toEqual(["contribution_chased"]);
  expect(await noticesOf(gold)).toEqual(["contribution_asked"]);
  await expect(remind()).rejects.toThrow(RuleBroken);
});

test("nobody is asked twice, and a second writer of an answer is told of the first", async () => {
  const { keeper, lead } = await aTable();
  const one = await aConsultation(keeper, { contributorHatId: lead.hatId });

  await expect(
    withActor(keeper, (ctx) => askContributor(ctx, { consultationId: one.id, hatId: lead.hatId })),
  ).rejects.toThrow(FieldsRefused);
  await withActor(keeper, (ctx) => draftAnswer(ctx, draft(one.questionId)));
  await expect(withActor(keeper, (ctx) => draftAnswer(ctx, draft(one.questionId)))).rejects.toThrow(
    Overtaken,
  );
});

test("each page of a consultation asks the database eight times at most", async () => {
  const { keeper, lead } = await aTable();
  const { id } = await aConsultation(keeper, { contributorHatId: lead.hatId });

  for (const page of [
    () => withActor(keeper, (ctx) => viewConsultation(ctx, id)),
    () => withActor(keeper, (ctx) => exportResponse(ctx, id, "pdf")),
  ]) {
    const { count, sent } = await countStatements<unknown>(page);
    expect(count - 1, sent.join("\n")).toBeLessThanOrEqual(8); // the first says who is asking
  }
});
