import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { stanceLabels } from "@/lib/consultations/labels";
import {
  type ConsultationRecord,
  frozenNow,
  getConsultationToWrite,
  getContributorsToAsk,
  getQuestionToAnswer,
  getQuestionToDraft,
  viewConsultation,
} from "@/lib/consultations/queries";
import {
  assertCanSignOff,
  assertCanSubmit,
  assertNotSubmitted,
  draftErrors,
} from "@/lib/consultations/rules";
import type {
  AddConsultation,
  AddQuestion,
  AnswerQuestion,
  AskContributor,
  DraftAnswer,
  RemindContributors,
  SignOff,
  SubmitResponse,
} from "@/lib/consultations/schema";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";

export async function addConsultation(ctx: Context, input: AddConsultation) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "consultation:write")) throw new Forbidden("consultation:write");
  const { title, askedBy, about, regionalBody, contributeBy, closesDay } = input;
  const [made] = await tx.$queryRaw<{ reference: string }[]>`
    select next_reference('CON', ${toDateColumn(dayOf(now))}::date) as reference`;
  if (!made) throw new Error("The database made no reference.");
  const { id: consultationId } = await tx.consultation.create({
    data: {
      ...{ areaId: actor.areaId, reference: made.reference, title, askedBy, about, regionalBody },
      ...{ closesOn: toDateColumn(closesDay), contributeBy: toDateColumn(contributeBy) },
      ...{ addedByHatId: actor.hatId, addedAt: now, editedByHatId: actor.hatId, editedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "consultation.added", facts: { consultationId } });
  return { consultationId };
}

/** Questions are added while the response is being written: afterwards another text would have been signed off. */
export async function addQuestion(ctx: Context, { consultationId, text }: AddQuestion) {
  const { actor, tx, now } = ctx;
  const { consultation, questions } = await getConsultationToWrite(ctx, consultationId);
  await openAgain(ctx, consultation);
  await tx.consultationQuestion.createMany({
    data: {
      ...{ consultationId, areaId: consultation.areaId, number: questions.length + 1, text },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  await record(ctx, { type: "consultation.question_added", facts: { consultationId } });
  return { consultationId };
}

/** What is changed has to be signed off again. */
async function openAgain({ tx }: Context, consultation: ConsultationRecord): Promise<boolean> {
  assertNotSubmitted(consultation);
  if (consultation.status !== "signed_off") return false;
  await tx.consultation.updateMany({
    where: { id: consultation.id, status: "signed_off" },
    data: { status: "open", signedBy: null, signedOn: null, version: { increment: 1 } },
  });
  return true;
}

export async function askContributor(ctx: Context, { consultationId, hatId }: AskContributor) {
  const { actor, tx, now } = ctx;
  const { consultation, hats } = await getContributorsToAsk(ctx, consultationId);
  if (consultation.status !== "open")
    throw new RuleBroken("Nobody is asked any more once the response is signed off");
  if (!hats.some(({ id }) => id === hatId))
    throw new FieldsRefused({ hatId: ["Select who is asked"] });
  await tx.consultationContributor.createMany({
    data: {
      ...{ consultationId, areaId: consultation.areaId, hatId },
      ...{ askedByHatId: actor.hatId, askedAt: now },
    },
  });
  await notify(ctx, [hatId], {
    kind: "contribution_asked",
    reference: consultation.reference,
    path: `/plan/consultations/${consultationId}`,
  });
  await record(ctx, { type: "consultation.contributor_asked", facts: { consultationId } });
  return { consultationId };
}

/** Everybody who was asked and has said nothing. Once a day is enough. */
export async function remindContributors(ctx: Context, { consultationId }: RemindContributors) {
  const { tx, now } = ctx;
  const { consultation, waiting, mayWrite } = await viewConsultation(ctx, consultationId);
  if (!mayWrite) throw new Forbidden("consultation:write");
  assertNotSubmitted(consultation);
  const due = waiting.filter(({ remindedAt }) => !remindedAt || dayOf(remindedAt) < dayOf(now));
  if (due.length === 0)
    throw new RuleBroken("Everybody has contributed, or has been reminded today");
  await tx.consultationContributor.updateMany({
    where: { id: { in: due.map(({ id }) => id) } },
    data: { remindedAt: now },
  });
  await notify(
    ctx,
    due.map(({ hatId }) => hatId),
    {
      kind: "contribution_chased",
      reference: consultation.reference,
      path: `/plan/consultations/${consultationId}`,
    },
  );
  const facts = { consultationId, count: due.length };
  await record(ctx, { type: "consultation.contributors_reminded", facts });
  return { consultationId };
}

/** A row of its own each time: what was said before stays. */
export async function answerQuestion(ctx: Context, { questionId, body }: AnswerQuestion) {
  const { actor, tx, now } = ctx;
  const { consultation } = await getQuestionToAnswer(ctx, questionId);
  await tx.consultationAnswer.createMany({
    data: {
      ...{ questionId, consultationId: consultation.id, areaId: consultation.areaId },
      ...{ hatId: actor.hatId, body, saidAt: now },
    },
  });
  await record(ctx, {
    type: "consultation.answered",
    facts: { consultationId: consultation.id, questionId },
  });
  return { consultationId: consultation.id };
}

export async function draftAnswer(ctx: Context, input: DraftAnswer) {
  const { actor, tx, now } = ctx;
  const { consultation, question } = await getQuestionToDraft(ctx, input.questionId);
  const errors = draftErrors(input, consultation.regionalBody);
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
  const wasSigned = await openAgain(ctx, consultation);
  const { count } = await tx.consultationQuestion.updateMany({
    where: { id: question.id, version: input.version },
    data: {
      ...{ stance: input.stance, draft: input.draft, version: input.version + 1 },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0)
    throw new Overtaken(
      await nameOf(ctx, question.editedByHatId),
      `on ${formatInstant(question.editedAt)}`,
      [
        {
          ...{ name: "stance", label: "Whose answer", theirs: question.stance ?? "" },
          choices: stanceLabels,
        },
        { name: "draft", label: "Answer", theirs: question.draft },
      ],
      question.version,
    );
  const facts = { consultationId: consultation.id, questionId: question.id, wasSigned };
  await record(ctx, { type: "consultation.drafted", facts });
  return { consultationId: consultation.id, wasSigned };
}

async function nameOf({ tx }: Context, hatId: string): Promise<string> {
  const hat = await tx.hat.findUnique({
    where: { id: hatId },
    select: { user: { select: { name: true } } },
  });
  return hat?.user.name ?? "Somebody else";
}

async function save(
  ctx: Context,
  consultation: ConsultationRecord,
  version: number,
  change: Prisma.ConsultationUncheckedUpdateManyInput,
) {
  const { actor, tx, now } = ctx;
  const { count } = await tx.consultation.updateMany({
    where: { id: consultation.id, version },
    data: { ...change, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count === 0)
    throw new Overtaken(
      await nameOf(ctx, consultation.editedByHatId),
      `on ${formatInstant(consultation.editedAt)}`,
      [],
      consultation.version,
    );
}

/** By whom and when: a body and a day, or an officer with the power to (2.1). */
export async function signOff(ctx: Context, input: SignOff) {
  const { consultation, questions } = await getConsultationToWrite(ctx, input.consultationId);
  assertCanSignOff({ ...consultation, questions });
  await save(ctx, consultation, input.version, {
    ...{ status: "signed_off", signedBy: input.signedBy, signedOn: toDateColumn(input.signedDay) },
  });
  await record(ctx, {
    type: "consultation.signed_off",
    facts: { consultationId: consultation.id },
  });
  return { consultationId: consultation.id };
}

/** The copy that was submitted is kept with its receipt, and nobody changes it afterwards. */
export async function submitResponse(ctx: Context, input: SubmitResponse) {
  const { actor, now } = ctx;
  const writing = await getConsultationToWrite(ctx, input.consultationId);
  const { consultation } = writing;
  assertCanSubmit(consultation);
  if (consultation.signedDay && input.submittedDay < consultation.signedDay)
    throw new FieldsRefused({
      submittedDay: ["Date it was submitted must not be before it was signed off"],
    });
  const { receipt, submittedDay } = input;
  const response = { ...(await frozenNow(ctx, writing)), receipt, submittedDay };
  await save(ctx, consultation, input.version, {
    ...{ status: "submitted", receipt, submittedOn: toDateColumn(submittedDay) },
    ...{ submittedByHatId: actor.hatId, submittedAt: now },
    submitted: response as unknown as Prisma.InputJsonValue,
  });
  await record(ctx, {
    type: "consultation.submitted",
    facts: { consultationId: consultation.id },
  });
  return { consultationId: consultation.id };
}
