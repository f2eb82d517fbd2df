import "server-only";

import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { ParticipantOutcome } from "@/lib/projects/labels";
import { getProject } from "@/lib/projects/queries";

/** A return, for whoever may record it. */
export async function getReturn(ctx: Context, returnId: string) {
  const found = await ctx.tx.projectReturn.findUnique({
    where: { id: returnId },
    select: {
      ...{ id: true, projectId: true, areaId: true, periodStart: true, periodEnd: true },
      ...{ dueOn: true, recordedOn: true, progress: true, version: true, correctedOn: true },
      recordedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  if (!found) throw new NotFound("return", returnId);
  const project = await getProject(ctx, found.projectId, "project:report");
  return {
    ...{ id: found.id, areaId: found.areaId, project, isRecorded: found.recordedOn !== null },
    periodStart: fromDateColumn(found.periodStart),
    periodEnd: fromDateColumn(found.periodEnd),
    dueDay: fromDateColumn(found.dueOn),
    today: dayOf(ctx.now),
    progress: found.progress ?? "",
    version: found.version,
    recordedBy: found.recordedByHat?.user.name ?? "Somebody else",
    correctedDay: found.correctedOn && fromDateColumn(found.correctedOn),
    recordedDay: found.recordedOn && fromDateColumn(found.recordedOn),
  };
}

/** One that was recorded, as it says now, for whoever may correct it. */
export async function getReturnToCorrect(ctx: Context, returnId: string) {
  const found = await getReturn(ctx, returnId);
  if (!found.isRecorded) throw new NotFound("recorded return", returnId);
  const counted = await ctx.tx.projectCount.findMany({
    where: { returnId, number: found.version },
    select: { outcome: true, people: true },
  });
  const counts: Partial<Record<ParticipantOutcome, number>> = Object.fromEntries(
    counted.map(({ outcome, people }) => [outcome, people]),
  );
  return { ...found, counts };
}
