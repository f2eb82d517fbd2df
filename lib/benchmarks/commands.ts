import "server-only";

import { record } from "@/lib/audit/record";
import { listAuthoritiesToStart, listPartnersOf } from "@/lib/benchmarks/compliance/queries";
import { freezeFigures } from "@/lib/benchmarks/evidence/commands";
import type { SchemeCode } from "@/lib/benchmarks/labels";
import {
  factsOf,
  getAssessment,
  getAssessmentToStart,
  getAssessmentToWrite,
  getCriterion,
} from "@/lib/benchmarks/queries";
import { assertAssessmentIsOpen, assertCanBeSubmitted, yearOf } from "@/lib/benchmarks/rules";
import type {
  AnswerCriterion,
  KeepHistoric,
  RecordReceipt,
  StartAssessment,
  StartDuty,
  SubmitAssessment,
} from "@/lib/benchmarks/schema";
import { schemeOn } from "@/lib/benchmarks/schemes/rules";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";

/** The area's own, or its partnership's, from a scheme that is in use now. */
export async function startAssessment(ctx: Context, input: StartAssessment) {
  const { scheme, year, covers } = input;
  const { years, partnerships } = await getAssessmentToStart(ctx);
  const partnership = partnerships.find(({ id }) => id === covers);
  const errors: Record<string, string[]> = {};
  if (!years.includes(year)) errors.year = ["Select the year"];
  if (covers !== "area" && !partnership) errors.covers = ["Select which areas this is for"];
  if (scheme === "channel_assurance" && partnership)
    errors.covers = ["The statement is of one area and its panel"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
  return begin(ctx, scheme, year, { partnershipId: partnership?.id ?? null });
}

/** An authority's, for its own duty (1.2). */
export async function startDutyAssessment(ctx: Context, { organisationId, year }: StartDuty) {
  const { authorities, years } = await listAuthoritiesToStart(ctx);
  const errors: Record<string, string[]> = {};
  if (!years.includes(year)) errors.year = ["Select the year"];
  if (!authorities.some(({ id }) => id === organisationId))
    errors.organisationId = ["Select the authority"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
  return begin(ctx, "duty", year, { organisationId });
}

/** A record of 2008 to 2010, from the paper of that time. It is never offered as a new one (8.5). */
export async function keepHistoric(ctx: Context, { year }: KeepHistoric) {
  await getAssessmentToStart(ctx);
  return begin(ctx, "ni35", year, {});
}

type Whose = { partnershipId?: string | null; organisationId?: string };

/** Each criterion is written down with the words it has today, so that a later version changes none of it. */
async function begin(ctx: Context, code: SchemeCode, year: number, whose: Whose) {
  const { actor, tx, now } = ctx;
  const { start, end } = yearOf(year);
  const scheme = schemeOn(code, code === "ni35" ? start : end);
  if (!scheme) throw new FieldsRefused({ year: ["There was no such scheme in that year"] });
  const { partnershipId = null, organisationId = null } = whose;
  const { areaId, hatId } = actor;
  const same = { areaId, scheme: code, periodStart: toDateColumn(start), organisationId };
  if (await tx.benchmarkAssessment.findFirst({ where: same, select: { id: true } }))
    throw new FieldsRefused({ year: ["There is a self-assessment of that year already"] });
  const { id: assessmentId } = await tx.benchmarkAssessment.create({
    data: {
      ...{ ...same, partnershipId, schemeVersion: scheme.version, periodEnd: toDateColumn(end) },
      ...{ startedByHatId: hatId, startedAt: now },
    },
    select: { id: true },
  });
  await tx.benchmarkAnswer.createMany({
    data: scheme.criteria.map(({ code: criterion, title }, position) => ({
      ...{ assessmentId, areaId, criterion, position, wording: title },
      ...{ editedByHatId: hatId, editedAt: now },
    })),
  });
  await record(ctx, { type: "benchmark.started", facts: { assessmentId, scheme: code } });
  return { assessmentId };
}

/** A level, why it is that level, and who owns it. */
export async function answerCriterion(ctx: Context, input: AnswerCriterion) {
  const { actor, tx, now } = ctx;
  const { assessmentId, criterion: code, version, level, answer: words } = input;
  const { assessment, answer } = await getCriterion(ctx, assessmentId, code, "write");
  assertAssessmentIsOpen(assessment);
  const owners = await listPartnersOf(ctx, assessment);
  const errors: Record<string, string[]> = {};
  if (!Object.hasOwn(assessment.scheme.levels, level)) errors.level = ["Select the level"];
  if (!owners.some(({ id }) => id === input.ownerOrganisationId))
    errors.ownerOrganisationId = ["Select which organisation owns this"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
  const { count } = await tx.benchmarkAnswer.updateMany({
    where: { id: answer.id, version },
    data: {
      ...{ level, answer: words, version: version + 1 },
      ...{ ownerOrganisationId: input.ownerOrganisationId, ownerRole: input.ownerRole },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0)
    throw new Overtaken(
      answer.edited.by,
      `on ${formatInstant(answer.edited.at)}`,
      [
        {
          ...{ name: "level", label: "Level", theirs: `${answer.level ?? ""}` },
          choices: assessment.scheme.levels as Record<string, string>,
        },
        { name: "answer", label: "Answer", theirs: answer.answer ?? "" },
        { name: "ownerRole", label: "Post of the owner", theirs: answer.ownerRole ?? "" },
      ],
      answer.version,
    );
  await record(ctx, {
    type: "benchmark.answered",
    facts: { assessmentId, criterion: code, level },
  });
  return { assessmentId, criterion: code };
}

/** From now on it stays as it is: the database sees to it. The figures of the year stay with it. */
export async function submitAssessment(ctx: Context, input: SubmitAssessment) {
  const { actor, tx, now } = ctx;
  const { assessmentId, version, statement } = input;
  const assessment = await getAssessment(ctx, assessmentId, "write");
  assertAssessmentIsOpen(assessment);
  assertCanBeSubmitted(assessment.answers);
  const facts = await factsOf(ctx, assessment);
  await freezeFigures(ctx, assessment);
  const { count } = await tx.benchmarkAssessment.updateMany({
    where: { id: assessmentId, version, status: "draft" },
    data: {
      ...{ status: "submitted", statement, version: version + 1 },
      ...{ submittedOn: toDateColumn(dayOf(now)), submittedByHatId: actor.hatId },
      ...(facts.length > 0 && { facts }),
    },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this. Reload it to see.");
  await record(ctx, { type: "benchmark.submitted", facts: { assessmentId } });
  return { assessmentId };
}

/** When the file was uploaded, and what came back (4.5). */
export async function recordReceipt(ctx: Context, input: RecordReceipt) {
  const { actor, tx } = ctx;
  const { assessmentId, version, uploadedDay, receiptReference } = input;
  const assessment = await getAssessmentToWrite(ctx, assessmentId);
  if (!assessment.submittedDay)
    throw new RuleBroken("A receipt is recorded after the self-assessment has been submitted");
  if (assessment.uploadedDay) throw new RuleBroken("The receipt has been recorded already");
  const { count } = await tx.benchmarkAssessment.updateMany({
    where: { id: assessmentId, version },
    data: {
      ...{ uploadedOn: toDateColumn(uploadedDay), receiptReference, version: version + 1 },
      receiptByHatId: actor.hatId,
    },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this. Reload it to see.");
  await record(ctx, { type: "benchmark.receipt_recorded", facts: { assessmentId } });
  return { assessmentId };
}
