import "server-only";

import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { saveProject } from "@/lib/projects/commands";
import type { ProjectStatus, Step } from "@/lib/projects/labels";
import { missingOf } from "@/lib/projects/providers/queries";
import { getProject, type ProjectRecord } from "@/lib/projects/queries";
import {
  assertCanBeClosed,
  assertCanBeDelivered,
  assertCanStep,
  returnsFor,
} from "@/lib/projects/rules";
import type {
  AnswerOutline,
  CloseProject,
  DecideBid,
  MakeBid,
  PutOutline,
  StartDelivery,
  StartEvaluation,
  WithdrawProject,
} from "@/lib/projects/schema";

/** The project, if this is its next step and the actor may take it. */
async function getProjectToStep(ctx: Context, projectId: string, step: Step) {
  const project = await getProject(ctx, projectId, "project:write");
  assertCanStep(project, step);
  return project;
}

type Change = Parameters<typeof saveProject>[3];

async function step(
  ctx: Context,
  project: ProjectRecord,
  version: number,
  change: Change,
  to: ProjectStatus | null,
) {
  await saveProject(ctx, project, version, { ...change, ...(to && { status: to }) });
  await record(ctx, {
    type: "project.moved",
    facts: { projectId: project.id, from: project.status, to: to ?? project.status },
  });
  return { projectId: project.id };
}

/** One thing follows another: nothing is answered, made or decided before the day of what it answers. */
function assertFollows(field: string, name: string, day: Day, before: Day | null): void {
  if (before && day < before)
    throw new FieldsRefused({
      [field]: [`${name} must be the same as or after the day of the step before it`],
    });
}

export async function putOutline(ctx: Context, input: PutOutline) {
  const project = await getProjectToStep(ctx, input.projectId, "outline");
  const put = {
    ...{ outline: input.outline, outlineGroup: input.group },
    outlineOn: toDateColumn(input.outlineDay),
    ...{ answer: null, answerReasons: null, answerOn: null },
  };
  return step(ctx, project, input.version, put, project.status === "idea" ? "outline" : null);
}

export async function answerOutline(ctx: Context, input: AnswerOutline) {
  const project = await getProjectToStep(ctx, input.projectId, "answer");
  assertFollows("answerDay", "Date of the answer", input.answerDay, project.outlineDay);
  const { answer, reasons: answerReasons } = input;
  const given = { answer, answerReasons, answerOn: toDateColumn(input.answerDay) };
  return step(ctx, project, input.version, given, null);
}

/** What is asked for is money: only those who may see money see how much. */
export async function makeBid(ctx: Context, input: MakeBid) {
  const { tx } = ctx;
  const project = await getProjectToStep(ctx, input.projectId, "bid");
  const { funder, amount, bidDay } = input;
  assertFollows("bidDay", "Date of the bid", bidDay, project.decidedDay ?? project.answerDay);
  const made = { funder, bidOn: toDateColumn(bidDay), decisionReasons: null, decidedOn: null };
  const moved = await step(ctx, project, input.version, made, "bid");
  const { id: projectId, areaId } = project;
  const number = (await tx.projectBid.count({ where: { projectId } })) + 1;
  await tx.projectBid.createMany({ data: { projectId, areaId, number, pence: BigInt(amount) } });
  return moved;
}

export async function decideBid(ctx: Context, input: DecideBid) {
  const { tx } = ctx;
  const project = await getProjectToStep(ctx, input.projectId, "decision");
  const { decision, reasons: decisionReasons, decidedDay } = input;
  assertFollows("decidedDay", "Date of the decision", decidedDay, project.bidDay);
  if (decision === "approved") {
    const latest = await tx.projectBid.findFirst({
      where: { projectId: project.id },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    await tx.projectBid.updateMany({
      where: { id: latest?.id ?? project.id },
      data: { awardedPence: BigInt(input.awarded) },
    });
  }
  const decided = { decisionReasons, decidedOn: toDateColumn(decidedDay) };
  return step(ctx, project, input.version, decided, decision);
}

/** Delivery begins with somebody who has been looked into, something to measure, and the days of its returns. */
export async function startDelivery(ctx: Context, input: StartDelivery) {
  const { tx, now } = ctx;
  const project = await getProjectToStep(ctx, input.projectId, "delivery");
  const { id: projectId, areaId, providerId } = project;
  assertCanBeDelivered({
    hasProvider: providerId !== null,
    missing: providerId ? await missingOf(ctx, providerId, dayOf(now)) : [],
    measures: await tx.projectMeasure.findMany({ where: { projectId }, select: { id: true } }),
  });
  const { startDay, endDay, deliveryPlan, safeguarding } = input;
  assertFollows("startDay", "First day", startDay, project.decidedDay);
  const moved = await step(
    ctx,
    project,
    input.version,
    {
      ...{ startsOn: toDateColumn(startDay), endsOn: toDateColumn(endDay) },
      ...{ deliveryPlan, safeguarding },
    },
    "delivery",
  );
  await tx.projectReturn.createMany({
    data: returnsFor(startDay, endDay).map(({ periodStart, periodEnd, dueDay }) => ({
      ...{ projectId, areaId, periodStart: toDateColumn(periodStart) },
      ...{ periodEnd: toDateColumn(periodEnd), dueOn: toDateColumn(dueDay) },
    })),
  });
  return moved;
}

export async function startEvaluation(ctx: Context, input: StartEvaluation) {
  const project = await getProjectToStep(ctx, input.projectId, "evaluation");
  if (project.startDay && project.startDay > dayOf(ctx.now))
    throw new RuleBroken("Nothing has been delivered yet, so there is nothing to evaluate");
  return step(ctx, project, input.version, { evaluationMethod: input.method }, "evaluation");
}

export async function closeProject(ctx: Context, input: CloseProject) {
  const { tx, now } = ctx;
  const project = await getProjectToStep(ctx, input.projectId, "close");
  const today = dayOf(now);
  const returns = await tx.projectReturn.findMany({
    where: { projectId: project.id },
    select: { periodEnd: true, recordedOn: true },
  });
  assertCanBeClosed(
    returns.map(({ periodEnd, recordedOn }) => ({
      periodEnd: fromDateColumn(periodEnd),
      recordedDay: recordedOn && fromDateColumn(recordedOn),
    })),
    today,
  );
  const { findings, lessons } = input;
  const closed = { findings, lessons, closedOn: toDateColumn(today) };
  return step(ctx, project, input.version, closed, "closed");
}

export async function withdrawProject(ctx: Context, input: WithdrawProject) {
  const project = await getProjectToStep(ctx, input.projectId, "withdraw");
  const withdrawn = {
    withdrawnBecause: input.reasons,
    withdrawnOn: toDateColumn(dayOf(ctx.now)),
  };
  return step(ctx, project, input.version, withdrawn, "withdrawn");
}
