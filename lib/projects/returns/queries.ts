import "server-only";

import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getProject } from "@/lib/projects/queries";

/** A return that waits, for whoever may record it. */
export async function getReturn(ctx: Context, returnId: string) {
  const found = await ctx.tx.projectReturn.findUnique({
    where: { id: returnId },
    select: {
      ...{ id: true, projectId: true, areaId: true, periodStart: true, periodEnd: true },
      ...{ dueOn: true, recordedOn: true },
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
  };
}
