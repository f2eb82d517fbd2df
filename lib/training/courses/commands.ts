import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import {
  getCatalogueToWrite,
  getCourseToEdit,
  getGroupToEdit,
} from "@/lib/training/courses/queries";
import type { SaveCourse, SaveGroup } from "@/lib/training/schema";

type Named = { area: string; name: string; id: string | null };

/** Two of one name could not be told apart in a list. */
async function assertNameIsFree(
  { tx }: Context,
  table: "trainingCourse" | "trainingRoleGroup",
  { area, name, id }: Named,
) {
  const where = {
    ...{ areaId: area, name: { equals: name, mode: "insensitive" as const } },
    ...(id && { NOT: { id } }),
  };
  const taken =
    table === "trainingCourse"
      ? await tx.trainingCourse.findFirst({ where, select: { id: true } })
      : await tx.trainingRoleGroup.findFirst({ where, select: { id: true } });
  if (taken) throw new FieldsRefused({ name: ["There is one of that name already"] });
}

type Before = { editedBy: string; editedAt: Date; version: number };
const overtaken = ({ editedBy, editedAt, version }: Before, theirs: [string, string, string][]) =>
  new Overtaken(
    editedBy,
    `on ${formatInstant(editedAt)}`,
    theirs.map(([name, label, words]) => ({ name, label, theirs: words })),
    version,
  );

export async function saveGroup(ctx: Context, { groupId, version, ...group }: SaveGroup) {
  const { actor, tx, now } = ctx;
  const before = groupId ? await getGroupToEdit(ctx, groupId) : await getCatalogueToWrite(ctx);
  await assertNameIsFree(ctx, "trainingRoleGroup", {
    ...{ area: actor.areaId, name: group.name, id: groupId },
  });
  const data = { ...group, editedByHatId: actor.hatId, editedAt: now };
  const id = before?.id ?? crypto.randomUUID();
  if (!before)
    await tx.trainingRoleGroup.createMany({ data: { ...data, id, areaId: actor.areaId } });
  else {
    const { count } = await tx.trainingRoleGroup.updateMany({
      where: { id, version: version ?? 0 },
      data: { ...data, version: before.version + 1 },
    });
    if (count === 0)
      throw overtaken(before, [
        ["name", "Name", before.name],
        ["who", "Who it is", before.who],
      ]);
  }
  await record(ctx, { type: "training.group_saved", facts: { groupId: id } });
  return { groupId: id };
}

export async function saveCourse(ctx: Context, { courseId, version, ...course }: SaveCourse) {
  const { actor, tx, now } = ctx;
  const before = courseId ? await getCourseToEdit(ctx, courseId) : await getCatalogueToWrite(ctx);
  await assertNameIsFree(ctx, "trainingCourse", {
    ...{ area: actor.areaId, name: course.name, id: courseId },
  });
  const data = { ...course, editedByHatId: actor.hatId, editedAt: now };
  const id = before?.id ?? crypto.randomUUID();
  if (!before) await tx.trainingCourse.createMany({ data: { ...data, id, areaId: actor.areaId } });
  else {
    const { count } = await tx.trainingCourse.updateMany({
      where: { id, version: version ?? 0 },
      data: { ...data, version: before.version + 1 },
    });
    if (count === 0)
      throw overtaken(before, [
        ["name", "Name", before.name],
        ["about", "What it covers", before.about],
      ]);
  }
  await record(ctx, { type: "training.course_saved", facts: { courseId: id } });
  return { courseId: id };
}
