import "server-only";

import { record } from "@/lib/audit/record";
import { listLiveEvidence } from "@/lib/benchmarks/evidence/queries";
import { getAssessment, getCriterion, type WholeAssessment } from "@/lib/benchmarks/queries";
import { assertAssessmentIsOpen } from "@/lib/benchmarks/rules";
import type { EndEvidence, LinkEvidence, NameEvidence } from "@/lib/benchmarks/schema";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound } from "@/lib/errors";
import { figuresNow } from "@/lib/training/queries";
import { nothingDeclared } from "@/lib/training/rules";

/** Something that is here already. Its words stay as they are today, and its link leads to it. */
export async function linkEvidence(ctx: Context, input: LinkEvidence) {
  const [kind, id] = input.what;
  const found = (await listLiveEvidence(ctx)).find((one) => one.kind === kind && one.id === id);
  if (!found) throw new FieldsRefused({ what: ["Select what shows it"] });
  const keys = {
    action: { actionId: id },
    plan_evidence: { planEvidenceId: id },
    risk_review: { riskReviewId: id },
    profile_edition: { editionId: id },
    meeting: { meetingId: id },
    training_figure: { requirementId: id },
  };
  const { title, place, datedDay } = found;
  return keep(ctx, input, { kind, title, place, datedDay, ...keys[kind] });
}

/** A document, or a meeting elsewhere, by what it is called, where it is kept and its day. */
export const nameEvidence = (ctx: Context, input: NameEvidence) => {
  const { title, place, datedDay } = input;
  return keep(ctx, input, { kind: "document", title, place, datedDay });
};

type On = { assessmentId: string; criterion: string };
type Kept = {
  kind: string;
  title: string;
  place: string;
  datedDay: string;
  actionId?: string;
  planEvidenceId?: string;
  riskReviewId?: string;
  editionId?: string;
  meetingId?: string;
  requirementId?: string;
};

async function keep(ctx: Context, on: On, { datedDay, ...kept }: Kept) {
  const { actor, tx, now } = ctx;
  const { assessmentId, criterion } = on;
  const { assessment, answer } = await getCriterion(ctx, assessmentId, criterion, "write");
  assertAssessmentIsOpen(assessment);
  const { requirementId } = kept;
  const figures = requirementId
    ? await figuresNow(ctx, [requirementId], assessment.organisationId)
    : null;
  const figure = figures && (figures.get(requirementId ?? "") ?? nothingDeclared);
  await tx.benchmarkEvidence.createMany({
    data: {
      ...{ ...kept, figure, datedOn: toDateColumn(datedDay), answerId: answer.id, assessmentId },
      ...{ areaId: assessment.areaId, addedByHatId: actor.hatId, addedAt: now },
    },
  });
  const facts = { assessmentId, criterion, kind: kept.kind };
  await record(ctx, { type: "benchmark.evidence_added", facts });
  return { assessmentId, criterion };
}

/** What figures of the register say on the day of submission stays with it. Only before that can they be written. */
export async function freezeFigures(
  ctx: Context,
  { organisationId, answers }: Pick<WholeAssessment, "organisationId" | "answers">,
) {
  const linked = answers.flatMap(({ evidence }) => evidence);
  const wanted = linked.flatMap(({ requirementId }) => requirementId ?? []);
  const figures = await figuresNow(ctx, wanted, organisationId);
  for (const [requirementId, figure] of figures)
    await ctx.tx.benchmarkEvidence.updateMany({
      where: { requirementId, id: { in: linked.map(({ id }) => id) } },
      data: { figure },
    });
}

/** It does not show it after all. What was linked stays known. */
export async function endEvidence(ctx: Context, { assessmentId, evidenceId }: EndEvidence) {
  const { tx, now } = ctx;
  const assessment = await getAssessment(ctx, assessmentId, "write");
  assertAssessmentIsOpen(assessment);
  const answer = assessment.answers.find(({ evidence }) =>
    evidence.some(({ id }) => id === evidenceId),
  );
  if (!answer) throw new NotFound("evidence", evidenceId);
  await tx.benchmarkEvidence.updateMany({
    where: { id: evidenceId, endedAt: null },
    data: { endedAt: now },
  });
  const { criterion } = answer;
  await record(ctx, { type: "benchmark.evidence_ended", facts: { assessmentId, evidenceId } });
  return { assessmentId, criterion };
}
