import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { type CaseRecord, getCase, getCaseById } from "../queries";

const person = {
  id: true,
  userId: true,
  user: { select: { name: true } },
  organisation: { select: { name: true } },
} as const;

/** The coordinators who run a case now, and those of the area who could. */
async function withChoices({ tx }: Context, caseRecord: CaseRecord) {
  const { id: caseId, areaId } = caseRecord;
  const workers = await tx.caseWorker.findMany({
    where: { caseId, capacity: "coordinator", endedAt: null },
    orderBy: { assignedAt: "asc" },
    select: { id: true, hatId: true, hat: { select: person } },
  });
  const conflicts = await tx.caseConflict.findMany({ where: { caseId }, select: { userId: true } });
  const others = await tx.hat.findMany({
    where: {
      areaId,
      role: "coordinator",
      endedAt: null,
      id: { notIn: workers.map(({ hatId }) => hatId) },
      userId: { notIn: conflicts.map(({ userId }) => userId) },
    },
    orderBy: { user: { name: "asc" } },
    select: person,
  });
  return { case: caseRecord, workers, others };
}

/** A case with who runs it, for somebody who may give it to another coordinator. */
export const getCaseToHandOver = async (ctx: Context, caseId: string) =>
  withChoices(ctx, await getCaseById(ctx, caseId, "case:hand_over"));

/** The same by its reference, for the page. */
export const viewHandOver = async (ctx: Context, reference: string) =>
  withChoices(ctx, await getCase(ctx, reference, "case:hand_over"));

/** Who runs a case: asked of the database by anybody at work on it, who may not see the list. */
export async function hatsRunning({ tx }: Context, caseId: string): Promise<string[]> {
  const hats = await tx.$queryRaw<{ hatId: string }[]>`
    select hat_id as "hatId" from hats_running(${caseId}::uuid)`;
  return hats.map(({ hatId }) => hatId);
}
