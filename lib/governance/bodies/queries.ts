import "server-only";

import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type {
  AttendanceState,
  BodyKind,
  Frequency,
  MeetingState,
  MemberRole,
  Power,
} from "@/lib/governance/labels";
import { attendanceShare, sitsOn, termState } from "@/lib/governance/rules";
import { listPutTo } from "@/lib/plans/approval/queries";
import { listCoverage } from "@/lib/plans/queries";
import { listReportsTo } from "@/lib/reports/queries";

/** The one select that policy and rules need of a body. */
export const bodyFacts = {
  id: true,
  areaId: true,
  partnershipId: true,
  parentId: true,
  kind: true,
  name: true,
  purpose: true,
  powers: true,
  frequency: true,
  endedOn: true,
  version: true,
  partnership: { select: { name: true, partnershipAreas: { select: { areaId: true } } } },
  area: {
    select: {
      partnershipAreas: {
        select: { partnership: { select: { partnershipAreas: { select: { areaId: true } } } } },
      },
    },
  },
  members: {
    select: { role: true, hatId: true, deputyHatId: true, fromOn: true, untilOn: true, name: true },
  },
} satisfies Prisma.GovernanceBodySelect;

type Found = Prisma.GovernanceBodyGetPayload<{ select: typeof bodyFacts }>;

const termOf = ({ fromOn, untilOn }: { fromOn: Date; untilOn: Date | null }) => ({
  fromDay: fromDateColumn(fromOn),
  untilDay: untilOn && fromDateColumn(untilOn),
});

const areasOf = ({ partnership }: Found["area"]["partnershipAreas"][number]) =>
  partnership.partnershipAreas.map(({ areaId }) => areaId);

const hatsOf = (members: Found["members"]) =>
  members.flatMap(({ hatId, deputyHatId }) => [hatId, deputyHatId]).filter((id) => id !== null);

/** A body as the rest of the code knows it. Who sits on it today decides who reads its papers. */
export function toBodyRecord({ partnership, area, members, endedOn, ...found }: Found, today: Day) {
  const sitting = members.filter((member) => sitsOn(termOf(member), today));
  const chairs = sitting.filter(({ role }) => role === "chair");
  const parties: Parties = {
    areaId: found.areaId,
    planAreaIds: partnership?.partnershipAreas.map(({ areaId }) => areaId) ?? [found.areaId],
    neighbourAreaIds: [found.areaId, ...area.partnershipAreas.flatMap(areasOf)],
    sittingHatIds: hatsOf(sitting),
    chairHatIds: hatsOf(chairs),
  };
  return {
    ...found,
    kind: found.kind as BodyKind,
    powers: found.powers as Power[],
    frequency: found.frequency as Frequency,
    endedDay: endedOn && fromDateColumn(endedOn),
    covers: partnership?.name ?? null,
    chair: chairs[0] ? { name: chairs[0].name, hatId: chairs[0].hatId } : null,
    parties,
  };
}
export type BodyRecord = ReturnType<typeof toBodyRecord>;

/** Every body that this reader may know of. */
export async function listBodies({ actor, tx, now }: Context): Promise<BodyRecord[]> {
  if (!mayEver(actor, "body:read")) throw new Forbidden("body:read");
  const found = await tx.governanceBody.findMany({
    select: bodyFacts,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
  const today = dayOf(now);
  return found
    .map((one) => toBodyRecord(one, today))
    .filter(({ parties }) => can(actor, "body:read", parties));
}

/** The tree of bodies, on its own page. */
export async function viewTree(ctx: Context) {
  const bodies = await listBodies(ctx);
  await record(ctx, { type: "bodies.listed", facts: { shown: bodies.length } });
  return {
    bodies,
    mayWrite: mayEver(ctx.actor, "body:write"),
    mayReadMeetings: mayEver(ctx.actor, "board:read"),
  };
}

/** One body, for somebody who may do this with it. */
export async function getBody(
  { actor, tx, now }: Context,
  bodyId: string,
  permission: Permission = "body:read",
): Promise<BodyRecord> {
  const found = await tx.governanceBody.findUnique({ where: { id: bodyId }, select: bodyFacts });
  if (!found) throw new NotFound("body", bodyId);
  const body = toBodyRecord(found, dayOf(now));
  authorize(actor, permission, body.parties);
  return body;
}

/** Over how many of the last meetings attendance is counted. */
const countedMeetings = 4;

/** How many of the reports and plans that were put to it a body shows. */
export const shownOfEach = 10;

/** A body with its terms, its members and its meetings, as far as this reader may see them. */
export async function viewBody(ctx: Context, bodyId: string) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const body = await getBody(ctx, bodyId);
  const around = await tx.governanceBody.findMany({
    where: {
      OR: [{ id: bodyId }, { parentId: bodyId }, ...(body.parentId ? [{ id: body.parentId }] : [])],
    },
    select: {
      ...{ id: true, name: true, parentId: true },
      terms: {
        where: { bodyId },
        select: { id: true, number: true, bodyText: true, adoptedOn: true, adoptedBy: true },
        orderBy: { number: "desc" },
        take: 50,
      },
    },
    orderBy: { name: "asc" },
  });
  const terms = around.flatMap((one) => one.terms);
  const meetings = can(actor, "board:read", body.parties) ? await listHeld(ctx, bodyId) : null;
  const reports = await listReportsTo(ctx, bodyId, shownOfEach + 1);
  const plans = await listPutTo(ctx, bodyId, shownOfEach);
  await record(ctx, { type: "body.viewed", facts: { bodyId } });
  return {
    body,
    today,
    parent: around.find(({ id }) => id === body.parentId) ?? null,
    children: around.filter(({ parentId }) => parentId === bodyId),
    terms: terms.map(({ adoptedOn, ...term }) => ({
      ...term,
      adoptedDay: fromDateColumn(adoptedOn),
    })),
    members: can(actor, "body:members", body.parties)
      ? await listMembers(ctx, bodyId, meetings ?? [])
      : null,
    meetings,
    reports: reports.slice(0, shownOfEach),
    hasMoreReports: reports.length > shownOfEach,
    plans,
    mayWrite: can(actor, "body:write", body.parties),
  };
}

async function listHeld({ tx }: Context, bodyId: string) {
  const found = await tx.governanceMeeting.findMany({
    where: { bodyId },
    select: { id: true, startsAt: true, place: true, status: true, minutesApprovedOn: true },
    orderBy: { startsAt: "desc" },
    take: 40,
  });
  return found.map(({ status, minutesApprovedOn, ...meeting }) => ({
    ...meeting,
    heldDay: dayOf(meeting.startsAt),
    state: status as MeetingState,
    isApproved: minutesApprovedOn !== null,
  }));
}

type Held = Awaited<ReturnType<typeof listHeld>>;

async function listMembers({ tx, now }: Context, bodyId: string, meetings: Held) {
  const counted = meetings
    .filter(({ state }) => state === "held")
    .slice(0, countedMeetings)
    .map(({ id }) => id);
  const found = await tx.governanceMember.findMany({
    where: { bodyId },
    select: {
      id: true,
      role: true,
      name: true,
      post: true,
      deputyName: true,
      fromOn: true,
      untilOn: true,
      organisation: { select: { name: true } },
      attendance: { where: { meetingId: { in: counted } }, select: { state: true } },
    },
    orderBy: [{ fromOn: "asc" }, { name: "asc" }],
    take: 200,
  });
  const today = dayOf(now);
  return found.map(({ attendance, organisation, fromOn, untilOn, ...member }) => {
    const term = termOf({ fromOn, untilOn });
    return {
      ...member,
      ...term,
      role: member.role as MemberRole,
      organisation: organisation.name,
      term: termState(term, today),
      attendance: attendanceShare(attendance.map(({ state }) => state as AttendanceState)),
    };
  });
}

/** What the form of a body needs: what it may be over, and what it may hang under. */
export async function getTreeToWrite(ctx: Context) {
  if (!mayEver(ctx.actor, "body:write")) throw new Forbidden("body:write");
  const coverage = await listCoverage(ctx);
  const bodies = await listBodies(ctx);
  return { ...coverage, bodies: bodies.filter(({ endedDay }) => !endedDay) };
}

/** The same for a body that is there. */
export async function getBodyToEdit(ctx: Context, bodyId: string) {
  const body = await getBody(ctx, bodyId, "body:write");
  return { body, bodies: await listBodies(ctx) };
}

/** Who may sit on a body with an account of their own: nobody who works on cases does so in that hat. */
const sittingRoles = [
  "steering_member",
  "gold_reader",
  "agency_lead",
  "prevent_coordinator",
] as const;

/** What the form of a member needs: who has an account, and which organisations there are. */
export async function getBodyForMember(ctx: Context, bodyId: string) {
  const body = await getBody(ctx, bodyId, "body:write");
  const areaIds = [...(body.parties.planAreaIds ?? [])];
  const hats = await ctx.tx.hat.findMany({
    where: { areaId: { in: areaIds }, role: { in: [...sittingRoles] }, endedAt: null },
    select: {
      id: true,
      role: true,
      organisationId: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: 500,
  });
  return { body, hats, organisations: await listOrganisations(ctx, areaIds) };
}

const memberFacts = {
  id: true,
  bodyId: true,
  role: true,
  hatId: true,
  name: true,
  post: true,
  deputyName: true,
  deputyHatId: true,
  fromOn: true,
  untilOn: true,
  version: true,
} satisfies Prisma.GovernanceMemberSelect;

/** A member, for the co-ordinator who keeps the list. */
export async function getMember(ctx: Context, memberId: string) {
  const found = await ctx.tx.governanceMember.findUnique({
    where: { id: memberId },
    select: memberFacts,
  });
  if (!found) throw new NotFound("member", memberId);
  const { fromOn, untilOn, ...member } = found;
  return {
    ...(await getBodyForMember(ctx, found.bodyId)),
    member: { ...member, ...termOf({ fromOn, untilOn }), role: member.role as MemberRole },
  };
}

/** The terms of everybody who has held the chair, so that no two hold it at once. */
export async function listChairs({ tx }: Context, bodyId: string) {
  const found = await tx.governanceMember.findMany({
    where: { bodyId, role: "chair" },
    select: { id: true, fromOn: true, untilOn: true },
  });
  return found.map(({ id, ...term }) => ({ id, role: "chair" as const, ...termOf(term) }));
}
