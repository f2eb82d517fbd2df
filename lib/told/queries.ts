import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type CaseRecord, getCase } from "@/lib/cases/queries";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { NotToldReason } from "@/lib/referrals/labels";
import { anId } from "@/lib/schema";
import type { TellingMethod, TellingStage, ToldWhom } from "./labels";
import { isToLookAgain, lastOn, stagesReached } from "./rules";

/** The ledger of what the person has been told, newest first. */
export async function listTellings({ tx }: Context, caseId: string) {
  const found = await tx.telling.findMany({
    where: { caseId },
    orderBy: { number: "desc" },
    take: 100,
    select: {
      id: true,
      number: true,
      stage: true,
      isTold: true,
      onDay: true,
      toldWhom: true,
      toldBy: true,
      method: true,
      exemption: true,
      reasons: true,
      recordedAt: true,
      recordedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  return found.map((telling) => ({
    ...telling,
    stage: telling.stage as TellingStage,
    onDay: fromDateColumn(telling.onDay),
    toldWhom: telling.toldWhom as ToldWhom | null,
    method: telling.method as TellingMethod | null,
    exemption: telling.exemption as NotToldReason | null,
  }));
}

/** What decides which stages there are, what the referrer said, and when it was last reviewed. */
async function getJourney({ tx }: Context, { id, status, adoptedOn, exitedOn }: CaseRecord) {
  const found = await tx.case.findUniqueOrThrow({
    where: { id },
    select: {
      referral: { select: { referralText: { select: { answers: true } } } },
      panelDecisions: {
        orderBy: { decidedAt: "desc" },
        take: 1,
        select: { decidedAt: true, details: true },
      },
      reviews: {
        where: { heldOn: { not: null } },
        orderBy: { heldOn: "desc" },
        take: 1,
        select: { heldOn: true },
      },
    },
  });
  const [decision] = found.panelDecisions;
  const [review] = found.reviews;
  const heldOn = review?.heldOn ? fromDateColumn(review.heldOn) : null;
  const decidedOn = decision ? dayOf(decision.decidedAt) : null;
  const days = [heldOn, decidedOn].filter((day) => day !== null).toSorted();
  const answers = (found.referral.referralText?.answers ?? {}) as Record<string, string>;
  const details = (decision?.details ?? {}) as { toldBy?: string; tellOn?: Day };
  return {
    stages: stagesReached({
      isDecided: decision !== undefined,
      adoptedOn,
      exitedOn,
      isKept: status === "retention",
    }),
    reviewedOn: days.at(-1) ?? null,
    referrerSaid: { told: answers.told, why: answers.notToldReason },
    asked: details.toldBy && details.tellOn ? { by: details.toldBy, on: details.tellOn } : null,
  };
}

/** What the person has been told, stage by stage, and what has to be looked at again (TR-02). */
export async function viewTold(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "told:read");
  const { id: caseId, dataKeyId, parties } = caseRecord;
  const tellings = await listTellings(ctx, caseId);
  const { stages, reviewedOn, ...journey } = await getJourney(ctx, caseRecord);
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "told" } });
  return {
    caseId,
    reference,
    tellings,
    reviewedOn,
    ...journey,
    stages: stages.map((stage) => {
      const last = lastOn(tellings, stage);
      return { stage, last, isToLookAgain: isToLookAgain(last, reviewedOn) };
    }),
    mayRecord: can(ctx.actor, "told:record", parties),
  };
}

/** The page on which it is recorded, and which entry comes next. */
export async function getCaseToTell(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "told:record");
  const tellings = await listTellings(ctx, caseRecord.id);
  const { stages } = await getJourney(ctx, caseRecord);
  return {
    caseId: caseRecord.id,
    reference,
    stages,
    version: tellings[0]?.number ?? 0,
  };
}

/** The same by its key, for the command. */
export async function stagesOf(ctx: Context, caseRecord: CaseRecord) {
  const tellings = await listTellings(ctx, caseRecord.id);
  const { stages } = await getJourney(ctx, caseRecord);
  return { stages, latest: tellings[0] ?? null };
}

const taskFacts = {
  id: true,
  areaId: true,
  caseId: true,
  reference: true,
  closedOn: true,
  stages: true,
  raisedOn: true,
  version: true,
  settledAt: true,
} as const;

type FoundTask = { closedOn: Date; raisedOn: Date; stages: string[] };
const toTask = <Task extends FoundTask>({ stages, ...task }: Task) => ({
  ...task,
  closedOn: fromDateColumn(task.closedOn),
  raisedOn: fromDateColumn(task.raisedOn),
  stages: stages as TellingStage[],
});

const pageSize = 25;

/** TR-03: everybody in the area who has not been told 90 days after closure, by reference alone. */
export async function listUntold(ctx: Context, page = 1) {
  authorize(ctx.actor, "untold:settle", { areaId: ctx.actor.areaId });
  const where = { areaId: ctx.actor.areaId, settledAt: null };
  const total = await ctx.tx.untoldTask.count({ where });
  const found = await ctx.tx.untoldTask.findMany({
    where,
    orderBy: [{ raisedOn: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: taskFacts,
  });
  await record(ctx, { type: "untold.listed", facts: { page, shown: found.length } });
  return { tasks: found.map(toTask), total, page, today: dayOf(ctx.now) };
}

/** One of them, for the officer who decides. */
export async function getUntold(ctx: Context, taskId: string) {
  if (!anId().safeParse(taskId).success) throw new NotFound("task", taskId);
  const found = await ctx.tx.untoldTask.findUnique({ where: { id: taskId }, select: taskFacts });
  if (!found) throw new NotFound("task", taskId);
  authorize(ctx.actor, "untold:settle", { areaId: found.areaId });
  return toTask(found);
}
