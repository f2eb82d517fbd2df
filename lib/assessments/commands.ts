import "server-only";

import { record } from "@/lib/audit/record";
import { type CaseRecord, getCaseById } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import { startClock, stopClock } from "@/lib/clocks/commands";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { hatsInRole, notify } from "@/lib/notices/commands";
import { listInUse } from "./frameworks/queries";
import { confidences, factorAnswers, mandatoryBlocks } from "./labels";
import { type Assessment, getAssessment } from "./queries";
import { assertCanComplete, assertCanCountersign, assertRests, type Judgement } from "./rules";
import type {
  Answer,
  Blocks,
  CompleteAssessment,
  Countersign,
  SectionJudgement,
  StartAssessment,
} from "./schema";

const overtaken = "Somebody has just changed this assessment. Reload the page to see what it says.";

function assertOpen({ status, isPaused }: CaseRecord): void {
  if (isPaused) throw new RuleBroken("This case is paused. The gateway can end the pause.");
  if (!liveStatuses.some((live) => live === status))
    throw new RuleBroken("This case is closed, so it is not assessed any more.");
}

/** Begins a version of the assessment, with the wording that its framework has now (AF-01). */
export async function startAssessment(ctx: Context, input: StartAssessment) {
  const caseRecord = await getCaseById(ctx, input.caseId, "assessment:write");
  assertOpen(caseRecord);
  const { id: caseId, areaId, reference, dataKeyId } = caseRecord;
  const [latest] = await ctx.tx.assessment.findMany({
    where: { caseId },
    orderBy: { number: "desc" },
    take: 1,
    select: { number: true, status: true },
  });
  if (latest?.status === "draft")
    throw new RuleBroken(
      "An assessment of this case is already being written. Go on with that one.",
    );
  const number = (latest?.number ?? 0) + 1;
  const { frameworkId, purpose } = input;
  const framework = (await listInUse(ctx, areaId)).find(({ code }) => code === frameworkId);
  if (!framework) throw new FieldsRefused({ frameworkId: ["Select the framework"] });
  const { count } = await ctx.tx.assessment.createMany({
    skipDuplicates: true,
    data: {
      caseId,
      areaId,
      frameworkId,
      frameworkVersion: framework.version,
      number,
      purpose,
      authorHatId: ctx.actor.hatId,
      startedAt: ctx.now,
    },
  });
  if (count === 0) throw new RuleBroken(overtaken);

  await record(ctx, {
    type: "assessment.started",
    dataKeyId,
    facts: { number, frameworkId, purpose },
  });
  return { reference };
}

type Draft = Assessment & { case: CaseRecord };

async function getDraft(ctx: Context, assessmentId: string): Promise<Draft> {
  const assessment = await getAssessment(ctx, assessmentId, "assessment:write");
  assertOpen(assessment.case);
  if (assessment.status !== "draft")
    throw new RuleBroken("This assessment is complete. Start a new version to change it.");
  return assessment;
}

/** Answers one question, resting on items that whoever answers can read (AF-02). */
export async function answerFactor(ctx: Context, input: Answer) {
  const assessment = await getDraft(ctx, input.assessmentId);
  const asked = assessment.framework.factors.find(({ code }) => code === input.factor);
  if (!asked) throw new NotFound("question", input.factor);
  const evidence = [...new Set(input.evidence)];
  assertRests(asked, { ...input, evidence });
  await assertReadable(ctx, assessment.caseId, evidence);
  const { id: assessmentId, caseId, areaId } = assessment;
  const { factor, answer, note, version } = input;
  const given = {
    wording: asked.name,
    answer,
    note,
    evidence,
    answeredByHatId: ctx.actor.hatId,
    answeredAt: ctx.now,
  };
  const { count } =
    version === 0
      ? await ctx.tx.assessmentAnswer.createMany({
          data: { ...given, assessmentId, caseId, areaId, factor },
          skipDuplicates: true,
        })
      : await ctx.tx.assessmentAnswer.updateMany({
          where: { assessmentId, factor, version },
          data: { ...given, version: version + 1 },
        });
  if (count === 0) throw await answeredBefore(ctx, assessmentId, factor);

  const { number } = assessment;
  await record(ctx, {
    type: "assessment.answered",
    dataKeyId: assessment.case.dataKeyId,
    facts: { number, factor, answer, evidence: evidence.length },
  });
  return { reference: assessment.case.reference };
}

async function assertReadable({ tx }: Context, caseId: string, evidence: string[]): Promise<void> {
  const known = await tx.informationItem.count({ where: { caseId, id: { in: evidence } } });
  if (known < evidence.length)
    throw new FieldsRefused({ evidence: ["Select evidence from the information on this case"] });
}

async function answeredBefore({ tx }: Context, assessmentId: string, factor: string) {
  const theirs = await tx.assessmentAnswer.findUniqueOrThrow({
    where: { assessmentId_factor: { assessmentId, factor } },
    select: {
      answer: true,
      note: true,
      version: true,
      answeredByHat: { select: { user: { select: { name: true } } } },
    },
  });
  const labels: Record<string, string> = factorAnswers;
  return new Overtaken(
    theirs.answeredByHat.user.name,
    "while you were writing",
    [
      { name: "answer", label: "Answer", theirs: labels[theirs.answer] ?? "" },
      { name: "note", label: "Note", theirs: theirs.note ?? "" },
    ],
    theirs.version,
  );
}

/** A judgement in words on one section (AF-04). */
export async function judgeSection(ctx: Context, input: SectionJudgement) {
  const assessment = await getDraft(ctx, input.assessmentId);
  const { section, judgement, confidence, gaps } = input;
  if (!assessment.framework.sections.some(({ code }) => code === section))
    throw new NotFound("section", section);
  const before = assessment.judgement.sections ?? {};
  const sections = { ...before, [section]: { judgement, confidence, gaps } };
  await keepJudgement(ctx, assessment, input.version, { sections }, () => {
    const theirs = before[section];
    const labels: Record<string, string> = confidences;
    return [
      { name: "judgement", label: "Judgement", theirs: theirs?.judgement ?? "" },
      { name: "confidence", label: "How sure", theirs: labels[theirs?.confidence ?? ""] ?? "" },
      { name: "gaps", label: "Gaps", theirs: theirs?.gaps ?? "" },
    ];
  });

  await record(ctx, {
    type: "assessment.judged",
    dataKeyId: assessment.case.dataKeyId,
    facts: { number: assessment.number, section },
  });
  return { reference: assessment.case.reference };
}

/** What every assessment says (AF-05). */
export async function writeBlocks(ctx: Context, input: Blocks) {
  const { assessmentId, version, ...blocks } = input;
  const assessment = await getDraft(ctx, assessmentId);
  await keepJudgement(ctx, assessment, version, blocks, () =>
    Object.entries(mandatoryBlocks).map(([name, label]) => ({
      name,
      label,
      theirs: assessment.judgement[name as keyof typeof mandatoryBlocks] ?? "",
    })),
  );

  await record(ctx, {
    type: "assessment.written",
    dataKeyId: assessment.case.dataKeyId,
    facts: { number: assessment.number },
  });
  return { reference: assessment.case.reference };
}

type Theirs = () => { name: string; label: string; theirs: string }[];

async function keepJudgement(
  ctx: Context,
  seen: Draft,
  version: number,
  added: Judgement,
  theirs: Theirs,
): Promise<void> {
  const { count } = await ctx.tx.assessment.updateMany({
    where: { id: seen.id, status: "draft", version },
    data: {
      judgement: { ...seen.judgement, ...added } as Prisma.InputJsonValue,
      version: version + 1,
    },
  });
  if (count === 0)
    throw new Overtaken("Somebody else", "while you were writing", theirs(), seen.version);
}

/** Finishes an assessment, and starts the clock of the next one (TL-07, AF-09). */
export async function completeAssessment(ctx: Context, { assessmentId }: CompleteAssessment) {
  const assessment = await getDraft(ctx, assessmentId);
  assertCanComplete(assessment);
  const { count } = await ctx.tx.assessment.updateMany({
    where: { id: assessmentId, status: "draft", version: assessment.version },
    data: { status: "complete", completedAt: ctx.now, version: assessment.version + 1 },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  const { id: caseId, areaId, reference, dataKeyId } = assessment.case;
  await stopClock(ctx, "assessment_refresh", { areaId, caseId });
  await startClock(ctx, "assessment_refresh", { areaId, caseId });
  await notify(ctx, await secondReaders(ctx, caseId, areaId), {
    kind: "assessment_complete",
    reference,
    path: `/cases/${reference}/assessment`,
  });

  await record(ctx, {
    type: "assessment.completed",
    dataKeyId,
    facts: { number: assessment.number, purpose: assessment.purpose },
  });
  return { reference };
}

/** The chair of the case; where it has none yet, the gateway. */
async function secondReaders({ tx, ...ctx }: Context, caseId: string, areaId: string) {
  const chairs = await tx.caseWorker.findMany({
    where: { caseId, endedAt: null, capacity: "chair" },
    select: { hatId: true },
  });
  return chairs.length > 0
    ? chairs.map(({ hatId }) => hatId)
    : hatsInRole({ tx, ...ctx }, areaId, "gateway_officer");
}

/** A second reader, who is not its author, has read it (AF-07). */
export async function countersignAssessment(ctx: Context, { assessmentId, comment }: Countersign) {
  const { actor, tx, now } = ctx;
  const assessment = await getAssessment(ctx, assessmentId, "assessment:countersign");
  const authorId = assessment.authorHat.userId;
  assertCanCountersign({ status: assessment.status, authorId }, actor.userId);
  const { count } = await tx.assessment.updateMany({
    where: { id: assessmentId, status: "complete" },
    data: {
      status: "countersigned",
      countersignedByHatId: actor.hatId,
      countersignedAt: now,
      countersignComment: comment,
      version: assessment.version + 1,
    },
  });
  if (count === 0) throw new RuleBroken(overtaken);

  await record(ctx, {
    type: "assessment.countersigned",
    dataKeyId: assessment.case.dataKeyId,
    facts: { number: assessment.number },
  });
  return { reference: assessment.case.reference };
}
