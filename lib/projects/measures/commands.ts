import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getProjectMeasure } from "@/lib/projects/measures/queries";
import { getProject } from "@/lib/projects/queries";
import { assertIsOpen } from "@/lib/projects/rules";
import type { AddProjectMeasure, RecordReached } from "@/lib/projects/schema";

/** What a project is to put out or bring about, with a target. */
export async function addProjectMeasure(ctx: Context, input: AddProjectMeasure) {
  const { actor, tx, now } = ctx;
  const { projectId } = input;
  const project = await getProject(ctx, projectId, "project:write");
  assertIsOpen(project);
  if (input.unit === "percent" && input.target > 100)
    throw new FieldsRefused({ target: ["Target must be 100 per cent or less"] });
  await tx.projectMeasure.createMany({
    data: { ...input, areaId: project.areaId, editedByHatId: actor.hatId, editedAt: now },
  });
  await record(ctx, { type: "project.measure_added", facts: { projectId, type: input.type } });
  return { projectId };
}

export async function recordReached(ctx: Context, input: RecordReached) {
  const { actor, tx, now } = ctx;
  const { measureId, version, actual } = input;
  const measure = await getProjectMeasure(ctx, measureId);
  assertIsOpen(measure.project);
  if (measure.unit === "percent" && actual > 100)
    throw new FieldsRefused({ actual: ["What was reached must be 100 per cent or less"] });
  const { count } = await tx.projectMeasure.updateMany({
    where: { id: measureId, version },
    data: {
      ...{ actual, actualOn: toDateColumn(input.actualDay), version: version + 1 },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0)
    throw new Overtaken("Somebody else", "since you opened this page", [], measure.version);
  await record(ctx, { type: "project.measured", facts: { measureId, actual } });
  return { projectId: measure.projectId };
}
