import "server-only";

import { authorize, can, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type CaseRecord, caseFacts, getCase, toCaseRecord } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { findingFacts, toFound } from "@/lib/information/findings/queries";
import type { ItemKind } from "@/lib/information/labels";
import { frameworkFacts, listInUse, toFramework } from "./frameworks/queries";
import type { AssessmentPurpose, AssessmentStatus, Confidence, FactorAnswer } from "./labels";
import {
  changedFactors,
  changesSince,
  coverage,
  healthNeeds,
  type Judgement,
  movement,
} from "./rules";

const somebody = {
  select: {
    userId: true,
    user: { select: { name: true } },
    organisation: { select: { name: true } },
  },
} satisfies Prisma.HatDefaultArgs;

const answerFacts = {
  factor: true,
  wording: true,
  answer: true,
  note: true,
  evidence: true,
  version: true,
} satisfies Prisma.AssessmentAnswerSelect;

const assessmentFacts = {
  id: true,
  caseId: true,
  areaId: true,
  frameworkId: true,
  frameworkVersion: true,
  number: true,
  purpose: true,
  status: true,
  judgement: true,
  startedAt: true,
  completedAt: true,
  countersignedAt: true,
  countersignComment: true,
  version: true,
  framework: { select: frameworkFacts },
  authorHat: somebody,
  countersignedByHat: somebody,
  assessmentAnswers: { select: answerFacts },
} satisfies Prisma.AssessmentSelect;

type Found = Prisma.AssessmentGetPayload<{ select: typeof assessmentFacts }>;

const toAssessment = ({ assessmentAnswers, judgement, ...found }: Found) => ({
  ...found,
  framework: toFramework(found.framework),
  purpose: found.purpose as AssessmentPurpose,
  status: found.status as AssessmentStatus,
  judgement: judgement as Judgement,
  answers: assessmentAnswers.map((given) => ({ ...given, answer: given.answer as FactorAnswer })),
});

export type Assessment = ReturnType<typeof toAssessment>;

/** An assessment, with its case, for somebody who may do this with it. */
export async function getAssessment(ctx: Context, assessmentId: string, permission: Permission) {
  const found = await ctx.tx.assessment.findUnique({
    where: { id: assessmentId },
    select: { ...assessmentFacts, case: { select: caseFacts(ctx.actor) } },
  });
  if (!found?.case) throw new NotFound("assessment", assessmentId);
  const { case: itsCase, ...assessment } = found;
  const caseRecord = toCaseRecord(itsCase);
  authorize(ctx.actor, permission, caseRecord.parties);
  return { ...toAssessment(assessment), case: caseRecord };
}

/** The items that this reader may rest an answer on: row policies leave out the rest. */
async function listEvidence({ tx }: Context, caseId: string) {
  const items = await tx.informationItem.findMany({
    where: { caseId },
    orderBy: [{ datedOn: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      id: true,
      kind: true,
      source: true,
      datedOn: true,
      ...findingFacts,
      supplier: { select: { name: true } },
    },
  });
  return items.map(({ corroborationChanges, ...item }) => ({
    ...item,
    kind: item.kind as ItemKind,
    ...toFound({ ...item, corroborationChanges }), // IS-10
    datedOn: fromDateColumn(item.datedOn),
  }));
}

export type Evidence = Awaited<ReturnType<typeof listEvidence>>[number];

const isLive = ({ status, isPaused }: CaseRecord): boolean =>
  liveStatuses.some((live) => live === status) && !isPaused;

/** One version of the assessment of a case, the latest unless another is asked for, beside the one before (AF-06). */
export async function viewAssessment(ctx: Context, reference: string, number?: number) {
  const caseRecord = await getCase(ctx, reference, "assessment:read");
  const { parties, dataKeyId, id: caseId } = caseRecord;
  const versions = await ctx.tx.assessment.findMany({
    where: { caseId },
    orderBy: { number: "desc" },
    take: 50,
    select: { id: true, number: true, purpose: true, status: true, startedAt: true },
  });
  const at = number === undefined ? 0 : versions.findIndex((version) => version.number === number);
  if (at < 0) throw new NotFound("assessment", `${number}`);
  const wanted = versions.slice(at, at + 2);
  const both = await ctx.tx.assessment.findMany({
    where: { id: { in: wanted.map(({ id }) => id) } },
    orderBy: { number: "desc" },
    select: assessmentFacts,
  });
  const [current, before] = both.map(toAssessment);
  const evidence = current ? await listEvidence(ctx, caseId) : [];

  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { page: "assessment", number: current?.number ?? 0 },
  });
  const mayWrite = can(ctx.actor, "assessment:write", parties) && isLive(caseRecord);
  const isDraft = current?.status === "draft";
  return {
    reference,
    current: current ?? null,
    before: before ?? null,
    changed: current && before ? changedFactors(before.answers, current.answers) : [],
    since: current && before ? changesSince(before, current) : null,
    healthNeeds: current ? healthNeeds(current) : [],
    mayAsk: can(ctx.actor, "request:ask", parties),
    coverage: current ? coverage(current.framework, current.answers) : null,
    evidence,
    versions: versions.map(({ id, number: is, purpose, status, startedAt }) => ({
      id,
      number: is,
      purpose: purpose as AssessmentPurpose,
      status: status as AssessmentStatus,
      startedOn: dayOf(startedAt),
    })),
    mayStart: mayWrite && versions.every(({ status }) => status !== "draft"),
    mayEdit: mayWrite && isDraft,
    mayCountersign:
      current?.status === "complete" &&
      can(ctx.actor, "assessment:countersign", parties) &&
      current.authorHat.userId !== ctx.actor.userId,
  };
}

const versionsOverTime = 12;

/** Every question and every judgement as it went from version to version, the latest dozen (AF-04, AF-06). */
export async function viewOverTime(ctx: Context, reference: string) {
  const { id: caseId, dataKeyId } = await getCase(ctx, reference, "assessment:read");
  const found = await ctx.tx.assessment.findMany({
    where: { caseId },
    orderBy: { number: "desc" },
    take: versionsOverTime,
    select: assessmentFacts,
  });
  const versions = found.map(toAssessment).reverse();
  const asked = new Map(
    versions.flatMap(({ framework }) => framework.factors.map(({ code, name }) => [code, name])),
  );
  const sections = new Map(
    versions.flatMap(({ framework }) => framework.sections.map(({ code, name }) => [code, name])),
  );
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { page: "assessment" } });
  return {
    versions: versions.map(({ number, purpose, status, startedAt }) => ({
      ...{ number, purpose, status },
      startedOn: dayOf(startedAt),
    })),
    questions: [...asked].map(([code, name]) => {
      const asking = versions.filter(({ framework }) =>
        framework.factors.some((factor) => factor.code === code),
      );
      const said = asking.map(({ number, answers }) => ({
        number,
        given: answers.find(({ factor }) => factor === code),
      }));
      return {
        ...{ code, name },
        said: said.map(({ number, given }) => ({ number, answer: given?.answer ?? null })),
        moved: said
          .slice(1)
          .map(({ number, given }, at) => ({ number, words: movement(said[at]?.given, given) })),
      };
    }),
    sections: [...sections].map(([code, name]) => ({
      ...{ code, name },
      words: versions.flatMap(({ number, judgement }) => {
        const words = judgement.sections?.[code];
        return words ? [{ number, ...words, confidence: words.confidence as Confidence }] : [];
      }),
    })),
  };
}

/** What the form that starts an assessment needs to know. */
export async function getCaseToAssess(ctx: Context, reference: string) {
  const { id: caseId, areaId } = await getCase(ctx, reference, "assessment:write");
  return { caseId, frameworks: await listInUse(ctx, areaId) };
}

/** The assessment that is being written, for a page that asks one thing of it. */
export async function viewDraft(ctx: Context, reference: string) {
  const { id: caseId, dataKeyId } = await getCase(ctx, reference, "assessment:write");
  const found = await ctx.tx.assessment.findFirst({
    where: { caseId, status: "draft" },
    select: assessmentFacts,
  });
  if (!found) throw new NotFound("assessment", reference);
  const evidence = await listEvidence(ctx, caseId);

  await record(ctx, { type: "case.viewed", dataKeyId, facts: { page: "assessment" } });
  return { ...toAssessment(found), evidence };
}
