import "server-only";

import { authorize, can, mayEver } from "@/lib/access/policy";
import { listPartners } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { Audience, CourseKind, SessionState } from "@/lib/training/labels";
import { perPage } from "@/lib/training/queries";

const sessionFacts = {
  ...{ id: true, areaId: true, title: true, heldOn: true, starts: true, venue: true },
  ...{ capacity: true, trainers: true, audience: true, status: true, version: true },
  ...{ editedAt: true, editedByHat: { select: { user: { select: { name: true } } } } },
  course: { select: { id: true, name: true, kind: true } },
  hostOrganisation: { select: { id: true, name: true } },
} satisfies Prisma.TrainingSessionSelect;

function toSession(found: Prisma.TrainingSessionGetPayload<{ select: typeof sessionFacts }>) {
  const { heldOn, audience, status, course, hostOrganisation, editedByHat, ...session } = found;
  return {
    ...session,
    heldDay: fromDateColumn(heldOn),
    audience: audience as Audience,
    status: status as SessionState,
    course: { ...course, kind: course.kind as CourseKind },
    host: hostOrganisation,
    editedBy: editedByHat.user.name,
  };
}
export type SessionRecord = ReturnType<typeof toSession>;

/** One session, for somebody who may do this with it. */
export async function getSession(
  { actor, tx }: Context,
  sessionId: string,
  permission: "course:read" | "training:write" = "course:read",
): Promise<SessionRecord> {
  const found = await tx.trainingSession.findUnique({
    where: { id: sessionId },
    select: sessionFacts,
  });
  if (!found) throw new NotFound("training session", sessionId);
  authorize(actor, permission, { areaId: found.areaId });
  return toSession(found);
}

/** Every session of the area, the newest first. */
export async function listSessions(ctx: Context, page: number) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "course:read")) throw new Forbidden("course:read");
  const where = { areaId: actor.areaId };
  const total = await tx.trainingSession.count({ where });
  const found = await tx.trainingSession.findMany({
    where,
    select: sessionFacts,
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    skip: (page - 1) * perPage,
    take: perPage,
  });
  const came = await countAttendance(
    ctx,
    found.map(({ id }) => id),
  );
  await record(ctx, { type: "training_sessions.listed", facts: { page, shown: found.length } });
  return {
    ...{ page, total, today: dayOf(now) },
    sessions: found.map((one) => ({ ...toSession(one), attended: came.get(one.id) ?? null })),
    isOwnOnly: !can(actor, "training:read", { areaId: actor.areaId }),
    mayWrite: mayEver(actor, "training:write"),
  };
}

type Counted = { sessionId: string; organisation: string; roleGroup: string; attended: number };

/** What was counted last of each organisation and group, as far as this reader sees it. */
const listAttendance = ({ tx }: Context, sessionIds: readonly string[]) =>
  tx.$queryRaw<Counted[]>`
    select a.session_id::text as "sessionId", o.name as organisation, g.name as "roleGroup", a.attended
      from (select distinct on (x.session_id, x.organisation_id, x.role_group_id) x.* from training_attendance x
             where x.session_id = any (${sessionIds}::uuid[])
             order by x.session_id, x.organisation_id, x.role_group_id, x.recorded_at desc, x.id desc) a
      join organisations o on o.id = a.organisation_id
      join training_role_groups g on g.id = a.role_group_id
     order by o.name, g.name`;

async function countAttendance(ctx: Context, sessionIds: readonly string[]) {
  const came = new Map<string, number>();
  for (const { sessionId, attended } of await listAttendance(ctx, sessionIds))
    came.set(sessionId, (came.get(sessionId) ?? 0) + attended);
  return came;
}

const materialFacts = {
  ...{ id: true, sessionId: true, title: true, link: true, bodyText: true, addedAt: true },
  ...{ withdrawnBecause: true, withdrawnAt: true },
} satisfies Prisma.TrainingMaterialSelect;

type Material = Prisma.TrainingMaterialGetPayload<{ select: typeof materialFacts }>;

/** Of what was taken back its title stays, and why; neither the link nor the text is given out again. */
const toMaterial = (material: Material) =>
  material.withdrawnAt ? { ...material, link: null, bodyText: null } : material;

/** Material to take back, for whoever keeps the session. */
export async function getMaterial(ctx: Context, materialId: string) {
  const found = await ctx.tx.trainingMaterial.findUnique({
    where: { id: materialId },
    select: materialFacts,
  });
  if (!found) throw new NotFound("training material", materialId);
  const session = await getSession(ctx, found.sessionId, "training:write");
  return { ...toMaterial(found), session };
}

/** A session with who came, as counts, and what was given out (4.9). */
export async function viewSession(ctx: Context, sessionId: string) {
  const { actor, tx, now } = ctx;
  const session = await getSession(ctx, sessionId);
  const attendance = await listAttendance(ctx, [sessionId]);
  const materials = await tx.trainingMaterial.findMany({
    where: { sessionId },
    select: materialFacts,
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    take: 100,
  });
  const mayWrite = can(actor, "training:write", { areaId: session.areaId });
  const today = dayOf(now);
  const choices = mayWrite
    ? { organisations: await listPartners(ctx), groups: await listGroups(ctx) }
    : null;
  await record(ctx, { type: "training_session.viewed", facts: { sessionId } });
  return {
    ...{ session, materials: materials.map(toMaterial), today, choices },
    attendance: attendance.filter(({ attended }) => attended > 0),
    isOwnOnly: !can(actor, "training:read", { areaId: session.areaId }),
  };
}

const listGroups = ({ actor, tx }: Context) =>
  tx.trainingRoleGroup.findMany({
    where: { areaId: actor.areaId },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 200,
  });

/** What the form of a session needs. */
export async function getSessionsToWrite(ctx: Context) {
  const { actor, tx } = ctx;
  authorize(actor, "training:write", { areaId: actor.areaId });
  const courses = await tx.trainingCourse.findMany({
    where: { areaId: actor.areaId },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 200,
  });
  return { courses, organisations: await listPartners(ctx), today: dayOf(ctx.now) };
}

export async function getSessionToEdit(ctx: Context, sessionId: string) {
  const session = await getSession(ctx, sessionId, "training:write");
  return { session, ...(await getSessionsToWrite(ctx)) };
}

/** What recording attendance needs to know. */
export async function getSessionToCount(ctx: Context, sessionId: string) {
  const session = await getSession(ctx, sessionId, "training:write");
  return { session, organisations: await listPartners(ctx), groups: await listGroups(ctx) };
}
