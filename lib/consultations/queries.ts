import "server-only";

import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { ConsultationStatus, Stance } from "@/lib/consultations/labels";
import {
  blocksOf,
  type FrozenResponse,
  latestAnswers,
  stillWaiting,
} from "@/lib/consultations/rules";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { readMarkdown } from "@/lib/markdown";
import { listHatsToName } from "@/lib/reports/queries";

/** The one select that policy and rules need of a consultation. */
const consultationFacts = {
  ...{ id: true, areaId: true, reference: true, title: true, askedBy: true, about: true },
  ...{ closesOn: true, contributeBy: true, regionalBody: true, status: true },
  ...{ contributorHatIds: true, signedBy: true, signedOn: true, submittedOn: true },
  ...{ receipt: true, submitted: true, editedByHatId: true, editedAt: true, version: true },
} satisfies Prisma.ConsultationSelect;

type Found = Prisma.ConsultationGetPayload<{ select: typeof consultationFacts }>;

function toConsultation(found: Found) {
  const { closesOn, contributeBy, signedOn, submittedOn, submitted, ...rest } = found;
  const parties: Parties = {
    ...{ areaId: found.areaId, planAreaIds: [found.areaId] },
    isApproved: found.status === "submitted",
    namedHatIds: found.contributorHatIds,
  };
  return {
    ...rest,
    status: found.status as ConsultationStatus,
    closesDay: fromDateColumn(closesOn),
    contributeByDay: fromDateColumn(contributeBy),
    signedDay: signedOn && fromDateColumn(signedOn),
    submittedDay: submittedOn && fromDateColumn(submittedOn),
    submitted: submitted as unknown as FrozenResponse | null,
    parties,
  };
}
export type ConsultationRecord = ReturnType<typeof toConsultation>;

/** One consultation, for somebody who may do this with it. */
async function getConsultation(
  { actor, tx }: Context,
  consultationId: string,
  permission: Permission = "consultation:read",
): Promise<ConsultationRecord> {
  const found = await tx.consultation.findUnique({
    where: { id: consultationId },
    select: consultationFacts,
  });
  if (!found) throw new NotFound("consultation", consultationId);
  const consultation = toConsultation(found);
  authorize(actor, permission, consultation.parties);
  return consultation;
}

/** Every consultation that the reader may see, the latest first. */
export async function listConsultations(ctx: Context) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "consultation:read")) throw new Forbidden("consultation:read");
  const found = await tx.consultation.findMany({
    select: consultationFacts,
    orderBy: [{ closesOn: "desc" }, { id: "desc" }],
    take: 100,
  });
  const consultations = found
    .map(toConsultation)
    .filter(({ parties }) => can(actor, "consultation:read", parties));
  await record(ctx, { type: "consultations.listed", facts: { shown: consultations.length } });
  return {
    consultations,
    today: dayOf(now),
    mayWrite: mayEver(actor, "consultation:write"),
  };
}

async function questionsOf({ tx }: Context, consultationId: string) {
  const found = await tx.consultationQuestion.findMany({
    where: { consultationId },
    select: {
      ...{ id: true, number: true, text: true, stance: true, draft: true, version: true },
      ...{ editedByHatId: true, editedAt: true },
    },
    orderBy: { number: "asc" },
  });
  return found.map(({ stance, ...one }) => ({ ...one, stance: stance as Stance | null }));
}

type Answer = {
  id: string;
  questionId: string;
  hatId: string;
  body: string;
  saidAt: Date;
  by: string;
  organisation: string;
};

/** What contributors have said, as far as the reader may see it: all of it, or their own. */
const answersTo = ({ tx }: Context, consultationId: string) => tx.$queryRaw<Answer[]>`
  select a.id::text as id, a.question_id::text as "questionId", a.hat_id::text as "hatId", a.body, a.said_at as "saidAt",
         u.name as by, o.name as organisation
    from consultation_answers a join hats h on h.id = a.hat_id join users u on u.id = h.user_id
    join organisations o on o.id = h.organisation_id
   where a.consultation_id = ${consultationId}::uuid order by a.said_at, a.id limit 2000`;

type Contributor = {
  id: string;
  hatId: string;
  by: string;
  organisation: string;
  askedAt: Date;
  remindedAt: Date | null;
};

const contributorsOf = ({ tx }: Context, consultationId: string) => tx.$queryRaw<Contributor[]>`
  select c.id::text as id, c.hat_id::text as "hatId", u.name as by, o.name as organisation,
         c.asked_at as "askedAt", c.reminded_at as "remindedAt"
    from consultation_contributors c join hats h on h.id = c.hat_id join users u on u.id = h.user_id
    join organisations o on o.id = h.organisation_id
   where c.consultation_id = ${consultationId}::uuid order by u.name, c.id limit 300`;

/** A consultation with its questions, who was asked and what they said. */
export async function viewConsultation(ctx: Context, consultationId: string) {
  const { actor, now } = ctx;
  const consultation = await getConsultation(ctx, consultationId);
  const questions = await questionsOf(ctx, consultationId);
  const mayWrite = can(actor, "consultation:write", consultation.parties);
  const answers = latestAnswers(await answersTo(ctx, consultationId));
  const contributors = mayWrite ? await contributorsOf(ctx, consultationId) : [];
  await record(ctx, { type: "consultation.viewed", facts: { consultationId } });
  return {
    ...{ consultation, questions, answers, contributors, mayWrite, today: dayOf(now) },
    waiting: stillWaiting(contributors, answers),
    mayAnswer:
      consultation.status !== "submitted" &&
      can(actor, "consultation:answer", consultation.parties),
  };
}

/** What the co-ordinator needs to ask somebody: hats of the area that have not been asked. */
export async function getContributorsToAsk(ctx: Context, consultationId: string) {
  const consultation = await getConsultation(ctx, consultationId, "consultation:write");
  const hats = await listHatsToName(ctx);
  return {
    consultation,
    hats: hats.filter(({ id }) => !consultation.contributorHatIds.includes(id)),
  };
}

/** The consultation, for the co-ordinator who signs it off, submits it or adds to it. */
export async function getConsultationToWrite(ctx: Context, consultationId: string) {
  const consultation = await getConsultation(ctx, consultationId, "consultation:write");
  return { consultation, questions: await questionsOf(ctx, consultationId) };
}

async function findQuestion(ctx: Context, questionId: string, permission: Permission) {
  const found = await ctx.tx.consultationQuestion.findUnique({
    where: { id: questionId },
    select: { consultationId: true },
  });
  if (!found) throw new NotFound("question", questionId);
  const consultation = await getConsultation(ctx, found.consultationId, permission);
  if (consultation.status === "submitted") throw new NotFound("question", questionId);
  const questions = await questionsOf(ctx, consultation.id);
  const question = questions.find(({ id }) => id === questionId);
  if (!question) throw new NotFound("question", questionId);
  const answers = latestAnswers(await answersTo(ctx, consultation.id));
  return {
    ...{ consultation, question },
    answers: answers.filter((answer) => answer.questionId === questionId),
  };
}

/** A question to draft an answer to, with what contributors said. */
export const getQuestionToDraft = (ctx: Context, questionId: string) =>
  findQuestion(ctx, questionId, "consultation:write");

/** A question to contribute to, with what this hat said before. */
export async function getQuestionToAnswer(ctx: Context, questionId: string) {
  const found = await findQuestion(ctx, questionId, "consultation:answer");
  const mine = found.answers.find(({ hatId }) => hatId === ctx.actor.hatId);
  return { consultation: found.consultation, question: found.question, mine: mine?.body ?? "" };
}

export function getConsultationToAdd({ actor }: Context): Promise<object> {
  if (!mayEver(actor, "consultation:write")) throw new Forbidden("consultation:write");
  return Promise.resolve({});
}

type Writing = Awaited<ReturnType<typeof getConsultationToWrite>>;

/** The response as it would be submitted now. */
export async function frozenNow(
  { tx }: Context,
  { consultation, questions }: Writing,
): Promise<FrozenResponse> {
  const { name } = await tx.area.findUniqueOrThrow({
    where: { id: consultation.areaId },
    select: { name: true },
  });
  const { reference, title, askedBy, regionalBody, closesDay, signedBy, signedDay } = consultation;
  return {
    ...{ reference, title, askedBy, area: name, regionalBody, closesDay, signedBy, signedDay },
    ...{ submittedDay: consultation.submittedDay, receipt: consultation.receipt },
    answers: questions.map(({ number, text, stance, draft }) => ({ number, text, stance, draft })),
  };
}

/** The submitted copy; before that, and for its keeper alone, the response as it stands. */
export async function exportResponse(ctx: Context, consultationId: string, as: string) {
  const seen = await getConsultation(ctx, consultationId);
  const response =
    seen.submitted ?? (await frozenNow(ctx, await getConsultationToWrite(ctx, consultationId)));
  await record(ctx, { type: "consultation.exported", facts: { consultationId, as } });
  return {
    response,
    isDraft: seen.submitted === null,
    blocks: blocksOf(response, readMarkdown),
    createdAt: seen.editedAt,
  };
}
