import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { MeasureUnit } from "@/lib/projects/labels";
import { getProject } from "@/lib/projects/queries";

/** A measure of a project, for the co-ordinator who records what was reached. */
export async function getProjectMeasure(ctx: Context, measureId: string) {
  const found = await ctx.tx.projectMeasure.findUnique({
    where: { id: measureId },
    select: { id: true, projectId: true, name: true, unit: true, target: true, version: true },
  });
  if (!found) throw new NotFound("measure", measureId);
  const project = await getProject(ctx, found.projectId, "project:write");
  return { ...found, unit: found.unit as MeasureUnit, project };
}
