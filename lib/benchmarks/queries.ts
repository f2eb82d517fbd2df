import "server-only";

import { authorize, can, mayEver, type Parties } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { BenchmarkStatus, EvidenceKind, SchemeCode, Verdict } from "@/lib/benchmarks/labels";
import { isLow, jointScore, ofWhom, standingOf, yearsToAssess } from "@/lib/benchmarks/rules";
import { criterionOf, schemeOf } from "@/lib/benchmarks/schemes/rules";
import { dayOf, financialYearName, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { type Fact, listAssuranceFacts } from "@/lib/insight/assurance/queries";
import { listCoverage } from "@/lib/plans/queries";
import { figuresNow } from "@/lib/training/queries";

export const assessmentFacts = {
  id: true,
  areaId: true,
  partnershipId: true,
  organisationId: true,
  scheme: true,
  schemeVersion: true,
  periodStart: true,
  periodEnd: true,
  status: true,
  statement: true,
  submittedOn: true,
  uploadedOn: true,
  receiptReference: true,
  version: true,
  area: { select: { name: true } },
  organisation: { select: { name: true } },
  partnership: { select: { name: true, partnershipAreas: { select: { areaId: true } } } },
} satisfies Prisma.BenchmarkAssessmentSelect;

type Found = Prisma.BenchmarkAssessmentGetPayload<{ select: typeof assessmentFacts }>;
type What = "read" | "write" | "challenge";

/** A self-assessment as the rest of the code knows it, with the version of the scheme it was begun with. */
export function toAssessment({ area, organisation, partnership, ...found }: Found) {
  const { periodStart, periodEnd, submittedOn, uploadedOn, ...rest } = found;
  const startDay = fromDateColumn(periodStart);
  const scheme = schemeOf(found.scheme, found.schemeVersion);
  const parties: Parties = {
    areaId: found.areaId,
    planAreaIds: partnership?.partnershipAreas.map(({ areaId }) => areaId) ?? [found.areaId],
    isApproved: found.status === "submitted",
    organisationId: found.organisationId,
  };
  return {
    ...rest,
    scheme,
    code: found.scheme as SchemeCode,
    status: found.status as BenchmarkStatus,
    of: organisation?.name ?? partnership?.name ?? area.name,
    year: financialYearName(startDay),
    startDay,
    endDay: fromDateColumn(periodEnd),
    submittedDay: submittedOn && fromDateColumn(submittedOn),
    uploadedDay: uploadedOn && fromDateColumn(uploadedOn),
    isHistoric: found.scheme === "ni35",
    parties,
  };
}
export type AssessmentRecord = ReturnType<typeof toAssessment>;

const permission = (organisationId: string | null, what: What) =>
  `${ofWhom(organisationId)}:${what}` as const satisfies `benchmark:${What}` | `compliance:${What}`;

export const mayDo = (
  { actor }: Pick<Context, "actor">,
  { parties, organisationId }: Pick<AssessmentRecord, "parties" | "organisationId">,
  what: What,
): boolean => can(actor, permission(organisationId, what), parties);

/** Every self-assessment of the area that this reader may see, newest first. Those of authorities are in the tracker. */
export async function listAssessments(ctx: Context) {
  const { actor, tx } = ctx;
  if (!mayEver(actor, "benchmark:read")) throw new Forbidden("benchmark:read");
  const found = await tx.benchmarkAssessment.findMany({
    where: { organisationId: null },
    select: {
      ...assessmentFacts,
      answers: { select: { criterion: true, level: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ periodStart: "desc" }, { scheme: "asc" }, { id: "desc" }],
    take: 200,
  });
  return found
    .map(({ answers, ...one }) => ({
      ...toAssessment(one),
      answers,
      answered: answers.filter(({ level }) => level !== null).length,
      joint: jointScore(answers.map(({ level }) => level)),
    }))
    .filter((one) => mayDo(ctx, one, "read"));
}

export async function viewAssessments(ctx: Context) {
  const assessments = await listAssessments(ctx);
  await record(ctx, { type: "benchmarks.listed", facts: { shown: assessments.length } });
  return {
    assessments,
    mayWrite: mayEver(ctx.actor, "benchmark:write"),
    hasRegisters: mayEver(ctx.actor, "guidance:read"),
  };
}

const whole = {
  ...assessmentFacts,
  facts: true,
  answers: {
    select: {
      id: true,
      criterion: true,
      wording: true,
      level: true,
      answer: true,
      ownerRole: true,
      editedAt: true,
      version: true,
      ownerOrganisation: { select: { id: true, name: true } },
      editedByHat: { select: { id: true, user: { select: { name: true } } } },
      evidence: {
        where: { endedAt: null },
        select: {
          ...{ id: true, kind: true, title: true, place: true, datedOn: true },
          ...{ actionId: true, editionId: true, requirementId: true, figure: true },
          // Of a meeting only whoever reads its papers is told where they are.
          meeting: { select: { id: true } },
        },
        orderBy: [{ datedOn: "desc" }, { id: "asc" }],
      },
      challenges: {
        select: {
          ...{ id: true, verdict: true, note: true, challengedOn: true },
          ...{ reply: true, repliedOn: true, organisation: { select: { name: true } } },
        },
        orderBy: [{ challengedOn: "asc" }, { id: "asc" }],
      },
    },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.BenchmarkAssessmentSelect;

type FoundAnswer = Prisma.BenchmarkAssessmentGetPayload<{
  select: typeof whole;
}>["answers"][number];

function toAnswer({ evidence, challenges, editedByHat, ...answer }: FoundAnswer) {
  const kept = {
    ...answer,
    edited: { by: editedByHat.user.name, hatId: editedByHat.id, at: answer.editedAt },
    evidence: evidence.map(({ datedOn, kind, figure, ...one }) => ({
      ...one,
      title: figure ? `${one.title}: ${figure}` : one.title,
      kind: kind as EvidenceKind,
      datedDay: fromDateColumn(datedOn),
    })),
    challenges: challenges.map(({ challengedOn, repliedOn, organisation, ...one }) => ({
      ...one,
      verdict: one.verdict as Verdict,
      by: organisation.name,
      challengedDay: fromDateColumn(challengedOn),
      repliedDay: repliedOn && fromDateColumn(repliedOn),
    })),
  };
  return { ...kept, standing: standingOf(kept), isLow: isLow(answer.level) };
}
export type AnswerRecord = ReturnType<typeof toAnswer>;

/** One self-assessment with all its answers, for somebody who may do this with it. */
export async function getAssessment(ctx: Context, assessmentId: string, what: What = "read") {
  const found = await ctx.tx.benchmarkAssessment.findUnique({
    where: { id: assessmentId },
    select: whole,
  });
  if (!found) throw new NotFound("self-assessment", assessmentId);
  const { answers, facts, ...one } = found;
  const assessment = toAssessment(one);
  authorize(ctx.actor, permission(assessment.organisationId, what), assessment.parties);
  return { ...assessment, frozenFacts: facts as Fact[] | null, answers: answers.map(toAnswer) };
}
export type WholeAssessment = Awaited<ReturnType<typeof getAssessment>>;

/** One criterion of it, with the words that the scheme has for it. */
export async function getCriterion(
  ctx: Context,
  assessmentId: string,
  code: string,
  what: What = "read",
) {
  const assessment = await getAssessment(ctx, assessmentId, what);
  const criterion = criterionOf(assessment.scheme, code);
  const answer = assessment.answers.find((one) => one.criterion === code);
  if (!criterion || !answer) throw new NotFound("criterion", code);
  return { assessment, criterion, answer };
}

/** The figures of the year: as they were when it was submitted, or as they are now, for its own area alone. */
export async function factsOf(ctx: Context, assessment: WholeAssessment): Promise<Fact[]> {
  if (assessment.code !== "channel_assurance") return [];
  if (assessment.frozenFacts) return assessment.frozenFacts;
  if (assessment.areaId !== ctx.actor.areaId) return [];
  return listAssuranceFacts(ctx, assessment.startDay, assessment.endDay);
}

type Linked = { criterion: string; actionId: string; reference: string; text: string };

/** The actions that its low scores became. */
async function listActionsOf({ tx }: Context, assessmentId: string): Promise<Linked[]> {
  return tx.$queryRaw<Linked[]>`
    select b.criterion, p.action_id::text as "actionId", p.reference, a.title as text
      from benchmark_actions l join benchmark_answers b on b.id = l.answer_id
      join plan_actions p on p.action_id = l.action_id join actions a on a.id = l.action_id
     where l.assessment_id = ${assessmentId}::uuid order by b.position, p.reference limit 200`;
}

export async function viewAssessment(ctx: Context, assessmentId: string) {
  const assessment = await getAssessment(ctx, assessmentId);
  const actions = await listActionsOf(ctx, assessmentId);
  const facts = await factsOf(ctx, assessment);
  await record(ctx, { type: "benchmark.viewed", facts: { assessmentId } });
  const isOpen = assessment.status === "draft";
  const mayWrite = mayDo(ctx, assessment, "write");
  return {
    assessment,
    actions,
    facts,
    joint: jointScore(assessment.answers.map(({ level }) => level)),
    mayAnswer: isOpen && mayWrite,
    mayRecordReceipt: !isOpen && mayWrite && assessment.uploadedDay === null,
  };
}

/**
 * What the training register says today of what is linked, until it is submitted, for whoever sees all that it is about.
 * Nothing at all for those to whom the register is closed.
 */
async function figuresOf(ctx: Context, assessment: WholeAssessment, { evidence }: AnswerRecord) {
  const { actor } = ctx;
  const { areaId, organisationId, status } = assessment;
  if (areaId !== actor.areaId || !mayEver(actor, "training:read")) return null;
  if (status !== "draft" || !can(actor, "training:read", { areaId, organisationId }))
    return new Map<string, string>();
  const linked = evidence.flatMap(({ requirementId }) => requirementId ?? []);
  return figuresNow(ctx, linked, organisationId);
}

/** The same page by page: one criterion, with what may be done about it. */
export async function viewCriterion(ctx: Context, assessmentId: string, code: string) {
  const { assessment, criterion, answer } = await getCriterion(ctx, assessmentId, code);
  const actions = await listActionsOf(ctx, assessmentId);
  const isOpen = assessment.status === "draft";
  const figures = await figuresOf(ctx, assessment, answer);
  await record(ctx, { type: "benchmark.viewed", facts: { assessmentId, criterion: code } });
  const isPeer =
    answer.edited.hatId !== ctx.actor.hatId &&
    assessment.organisationId !== ctx.actor.organisationId;
  return {
    ...{ assessment, criterion, answer, figures },
    actions: actions.filter((one) => one.criterion === code),
    mayAnswer: isOpen && mayDo(ctx, assessment, "write"),
    mayChallenge: isOpen && isPeer && answer.level !== null && mayDo(ctx, assessment, "challenge"),
    mayPlan: answer.isLow && can(ctx.actor, "benchmark:write", assessment.parties),
  };
}

/** All of it as a file: what the return of 2009 was, and what a regional body asks for now (4.5). */
export async function exportAssessment(ctx: Context, assessmentId: string) {
  const assessment = await getAssessment(ctx, assessmentId);
  const facts = await factsOf(ctx, assessment);
  await record(ctx, { type: "benchmark.exported", facts: { assessmentId } });
  return { assessment, facts };
}

/** What the form of a new one needs: which years, and which areas it may be for. */
export async function getAssessmentToStart(ctx: Context) {
  if (!mayEver(ctx.actor, "benchmark:write")) throw new Forbidden("benchmark:write");
  return { ...(await listCoverage(ctx)), years: yearsToAssess(dayOf(ctx.now)) };
}

/** A submitted or open one, for somebody who may write it, without its answers. */
export async function getAssessmentToWrite(ctx: Context, assessmentId: string) {
  const found = await ctx.tx.benchmarkAssessment.findUnique({
    where: { id: assessmentId },
    select: assessmentFacts,
  });
  if (!found) throw new NotFound("self-assessment", assessmentId);
  const assessment = toAssessment(found);
  authorize(ctx.actor, permission(assessment.organisationId, "write"), assessment.parties);
  return assessment;
}

/** One that is still being answered, to submit. */
export async function getOpenAssessment(ctx: Context, assessmentId: string) {
  const assessment = await getAssessmentToWrite(ctx, assessmentId);
  if (assessment.status === "submitted") throw new NotFound("draft", assessmentId);
  return assessment;
}

/** One that was submitted and has no receipt yet. */
export async function getSubmittedAssessment(ctx: Context, assessmentId: string) {
  const assessment = await getAssessmentToWrite(ctx, assessmentId);
  if (assessment.status === "draft" || assessment.uploadedDay)
    throw new NotFound("submitted self-assessment", assessmentId);
  return assessment;
}
