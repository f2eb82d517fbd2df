import "server-only";

import { authorize, can, mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { listInvitations } from "../invitations/queries";
import { type MeetingStatus, type Seat, seats } from "../labels";
import { listDeconflictions, listMattersArising } from "../matters/queries";
import { listItems, type PanelItem, servedBy } from "../queries";
import { deputyRoles, gapsBetween, namedFirst, quorumProof } from "../rules";

const pageSize = 25;

/** The meetings a reader may know of, those to come first or those gone by. */
export async function listMeetings(
  { actor, tx, now }: Context,
  { past, page }: { past: boolean; page: number },
) {
  if (!mayEver(actor, "meeting:read")) throw new Forbidden("meeting:read");
  const today = toDateColumn(dayOf(now));
  const where = { ...servedBy(actor.areaId), heldOn: past ? { lt: today } : { gte: today } };
  const total = await tx.meeting.count({ where });
  const found = await tx.meeting.findMany({
    where,
    orderBy: [{ heldOn: past ? "desc" : "asc" }, { startsAt: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: {
      id: true,
      title: true,
      heldOn: true,
      startsAt: true,
      place: true,
      status: true,
      isExtraordinary: true,
      _count: { select: { panelItems: true } },
    },
  });
  const mayCall = mayEver(actor, "meeting:build");
  return {
    total,
    mayCall,
    gaps: mayCall && !past ? await findGaps({ actor, tx, now }) : [],
    meetings: found.map(({ _count, ...meeting }) => ({
      ...meeting,
      heldOn: fromDateColumn(meeting.heldOn),
      status: meeting.status as MeetingStatus,
      items: _count.panelItems,
    })),
  };
}

/** Where more than a month passes without a meeting, for whoever plans them (TL-05). */
async function findGaps({ actor, tx, now }: Context) {
  const today = dayOf(now);
  const planned = await tx.meeting.findMany({
    where: { areaId: actor.areaId, status: "planned", heldOn: { gte: toDateColumn(today) } },
    orderBy: { heldOn: "asc" },
    take: 60,
    select: { heldOn: true },
  });
  return gapsBetween(
    today,
    planned.map(({ heldOn }) => fromDateColumn(heldOn)),
  );
}

/** The other areas that a meeting may serve as well (P-08). */
export async function listOtherAreas({ actor, tx }: Context) {
  authorize(actor, "meeting:build", { areaId: actor.areaId });
  return tx.area.findMany({
    where: { NOT: { id: actor.areaId } },
    orderBy: { name: "asc" },
    take: 50,
    select: { id: true, name: true },
  });
}

/** Everybody in the area with a seat at the panel, for whoever calls a meeting. */
export async function listSeated({ actor, tx }: Context) {
  authorize(actor, "meeting:build", { areaId: actor.areaId });
  const hats = await tx.hat.findMany({
    where: { areaId: actor.areaId, endedAt: null, seat: { not: null } },
    orderBy: { organisation: { name: "asc" } },
    select: {
      id: true,
      userId: true,
      organisationId: true,
      role: true,
      seat: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  });
  return inOrderOfSeats(hats.map((hat) => ({ ...hat, seat: hat.seat as Seat })));
}

const meetingFacts = {
  id: true,
  areaId: true,
  title: true,
  heldOn: true,
  startsAt: true,
  place: true,
  status: true,
  version: true,
  lastsMinutes: true,
  link: true,
  seriesId: true,
  isExtraordinary: true,
  cancelledReason: true,
  area: { select: { name: true, papersCloseDays: true } },
  meetingAreas: { select: { areaId: true, area: { select: { name: true } } } },
  meetingMembers: {
    orderBy: { seat: "asc" },
    select: {
      hatId: true,
      userId: true,
      organisationId: true,
      seat: true,
      isPresent: true,
      apologies: true,
      oneItem: true,
      confidentialAt: true,
      deputyForHatId: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  },
} as const;

type MeetingPermission =
  | `meeting:${"read" | "build" | "host" | "run"}`
  | `minutes:${"read" | "sign"}`;

/** A meeting and who is invited, for somebody who may do this with it. */
export async function getMeeting(
  { actor, tx }: Context,
  meetingId: string,
  permission: MeetingPermission = "meeting:read",
) {
  const found = await tx.meeting.findUnique({ where: { id: meetingId }, select: meetingFacts });
  if (!found) throw new NotFound("meeting", meetingId);
  const members = found.meetingMembers.map((member) => ({ ...member, seat: member.seat as Seat }));
  const { areaId } = found;
  const parties = {
    areaId,
    jointAreaIds: found.meetingAreas.map((one) => one.areaId),
    memberHatIds: members.map(({ hatId }) => hatId),
  };
  authorize(actor, permission, parties);
  const { meetingMembers: _, meetingAreas, area, ...meeting } = found;
  return {
    ...meeting,
    /** Every area it serves, when there is more than one (P-08). */
    areas: meetingAreas.length > 0 ? [area.name, ...meetingAreas.map((one) => one.area.name)] : [],
    papersCloseDays: area.papersCloseDays,
    mayHost: can(actor, "meeting:host", parties),
    heldOn: fromDateColumn(found.heldOn),
    status: found.status as MeetingStatus,
    members: inOrderOfSeats(members),
  };
}
/**
 * People of one's own area with a seat who are not invited to a meeting yet. Nobody opens an agenda to
 * themself: to be invited to one that others made, one asks them (IS-01).
 */
export async function listInvitable(ctx: Context, meetingId: string) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:build");
  const left = [ctx.actor.userId, ...meeting.members.map(({ userId }) => userId)];
  const people = (await listSeated(ctx)).filter(({ userId }) => !left.includes(userId));
  return { meeting, people };
}

export type MeetingRecord = Awaited<ReturnType<typeof getMeeting>>;

/** Who is invited, and who else of their organisations could take a place. */
export async function viewDeputies(ctx: Context, meetingId: string) {
  const { status, title, heldOn, members } = await getMeeting(ctx, meetingId, "meeting:build");
  if (status === "closed" || status === "cancelled") throw new NotFound("meeting", meetingId);
  const others = await ctx.tx.hat.findMany({
    where: {
      areaId: ctx.actor.areaId,
      organisationId: { in: members.map(({ organisationId }) => organisationId) },
      userId: { notIn: members.map(({ userId }) => userId) },
      role: { in: [...deputyRoles] },
      endedAt: null,
    },
    orderBy: [{ organisation: { name: "asc" } }, { user: { name: "asc" } }],
    take: 300,
    select: {
      id: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
      panelDeputiesFor: {
        where: { endedAt: null, hatId: { in: members.map(({ hatId }) => hatId) } },
        select: { hatId: true },
      },
    },
  });
  return {
    ...{ title, heldOn, isSitting: status === "in_progress", members },
    others: namedFirst(
      others.map(({ panelDeputiesFor, ...other }) => ({
        ...other,
        standsInFor: members
          .filter(({ hatId }) => panelDeputiesFor.some((named) => named.hatId === hatId))
          .map(({ user }) => user.name),
      })),
    ),
  };
}

const quorumIfAllCome = ({ attendees, person }: Pick<PanelItem, "attendees" | "person">) =>
  quorumProof(
    attendees.map((attendee) => ({ ...attendee, isPresent: true })),
    person,
  );

const order = Object.keys(seats);
/** Chairs first, then the police, and so on: the order of the seats. */
const inOrderOfSeats = <Seated extends { seat: Seat }>(people: Seated[]) =>
  people.toSorted((one, other) => order.indexOf(one.seat) - order.indexOf(other.seat));

/** A meeting with the part of its agenda that this reader may know. The view is recorded. */
export async function viewMeeting(
  ctx: Context,
  meetingId: string,
  permission: "meeting:read" | "meeting:run" = "meeting:read",
) {
  const meeting = await getMeeting(ctx, meetingId, permission);
  const found = await listItems(ctx, meetingId);
  const deconflictionOf = await listDeconflictions(
    ctx,
    found.map((item) => item.case.id),
  );
  const isPlanned = meeting.status === "planned";
  const items = found.map(({ id, kind, position, minutes, isSpokenOf, decision, ...item }) => ({
    ...{ id, kind, position, minutes, isSpokenOf },
    quorum: isPlanned ? quorumIfAllCome(item) : item.quorum,
    outcome: decision?.outcome ?? null,
    reference: item.case.reference,
    deconfliction: deconflictionOf(item.case.id),
  }));
  const me = meeting.members.find(({ hatId }) => hatId === ctx.actor.hatId);
  const isAskedIn = me?.oneItem || ctx.actor.role === "invitee";
  const calledFor = isAskedIn ? await listInvitations(ctx, meetingId) : null;
  const arising = calledFor ? [] : await listMattersArising(ctx, meeting);
  await record(ctx, { type: "meeting.viewed", facts: { meetingId, items: items.length } });
  return {
    ...meeting,
    items,
    calledFor,
    arising,
    today: dayOf(ctx.now),
    mayBuild: mayEver(ctx.actor, "meeting:build"),
    mayRun: mayEver(ctx.actor, "meeting:run"),
  };
}
