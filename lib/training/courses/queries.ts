import "server-only";

import { authorize, mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { CourseKind, OrganisationKind } from "@/lib/training/labels";

const edited = {
  ...{ version: true, editedAt: true },
  editedByHat: { select: { user: { select: { name: true } } } },
} as const;
const groupFacts = {
  ...{ id: true, areaId: true, name: true, who: true, foundIn: true },
  ...edited,
} satisfies Prisma.TrainingRoleGroupSelect;
const courseFacts = {
  ...{ id: true, areaId: true, name: true, kind: true, level: true, refreshMonths: true },
  ...{ about: true, ...edited },
} satisfies Prisma.TrainingCourseSelect;

const toGroup = ({
  foundIn,
  editedByHat,
  ...group
}: Prisma.TrainingRoleGroupGetPayload<{ select: typeof groupFacts }>) => ({
  ...group,
  foundIn: foundIn as OrganisationKind[],
  editedBy: editedByHat.user.name,
});
const toCourse = ({
  kind,
  editedByHat,
  ...course
}: Prisma.TrainingCourseGetPayload<{ select: typeof courseFacts }>) => ({
  ...course,
  kind: kind as CourseKind,
  editedBy: editedByHat.user.name,
});

const most = 200;

/** What there is to be learnt in this area, and by whom. */
export async function viewCourses(ctx: Context) {
  const { actor, tx } = ctx;
  if (!mayEver(actor, "course:read")) throw new Forbidden("course:read");
  const { areaId } = actor;
  const courses = await tx.trainingCourse.findMany({
    where: { areaId },
    select: courseFacts,
    orderBy: [{ level: "asc" }, { name: "asc" }],
    take: most,
  });
  const groups = await tx.trainingRoleGroup.findMany({
    where: { areaId },
    select: groupFacts,
    orderBy: { name: "asc" },
    take: most,
  });
  await record(ctx, { type: "training.courses_viewed" });
  return {
    courses: courses.map(toCourse),
    groups: groups.map(toGroup),
    mayWrite: mayEver(actor, "training:write"),
  };
}

/** For somebody who may change it; nothing when there is none yet. */
export async function getCourseToEdit({ actor, tx }: Context, courseId: string) {
  const found = await tx.trainingCourse.findUnique({
    where: { id: courseId },
    select: courseFacts,
  });
  if (!found) throw new NotFound("course", courseId);
  authorize(actor, "training:write", { areaId: found.areaId });
  return toCourse(found);
}

export async function getGroupToEdit({ actor, tx }: Context, groupId: string) {
  const found = await tx.trainingRoleGroup.findUnique({
    where: { id: groupId },
    select: groupFacts,
  });
  if (!found) throw new NotFound("role group", groupId);
  authorize(actor, "training:write", { areaId: found.areaId });
  return toGroup(found);
}

/** Whether this reader may write a new one. */
export async function getCatalogueToWrite({ actor }: Context) {
  authorize(actor, "training:write", { areaId: actor.areaId });
}
