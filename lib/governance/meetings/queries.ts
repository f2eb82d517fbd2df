import "server-only";

import { authorize, can, mayEver, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import type { ScanState } from "@/lib/attachments/labels";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, formatDay, fromDateColumn, timeOf, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { bodyFacts, toBodyRecord } from "@/lib/governance/bodies/queries";
import type {
  AttendanceState,
  DecisionKind,
  EscalationState,
  GovernanceItemKind,
  MeetingState,
  MemberRole,
  PaperMarking,
} from "@/lib/governance/labels";
import { dueBefore, placeOf, sitsOn, whyNotPublic } from "@/lib/governance/rules";
import { type Purpose, purposeLabels, type ReportStatus } from "@/lib/reports/labels";
import type { ActionStatus } from "@/lib/tracker/labels";

const itemFacts = {
  id: true,
  position: true,
  kind: true,
  title: true,
  detail: true,
  actionId: true,
  riskId: true,
  escalationId: true,
  earlierItemId: true,
  reportId: true,
  isExempt: true,
  note: true,
  decisionKind: true,
  decision: true,
  takenOffBecause: true,
  version: true,
  escalation: {
    select: {
      question: true,
      options: true,
      recommendation: true,
      state: true,
      answerReasons: true,
      fromBody: { select: { name: true } },
    },
  },
  report: { select: { id: true, reference: true, title: true, purpose: true, status: true } },
  papers: {
    select: {
      id: true,
      title: true,
      marking: true,
      link: true,
      bodyText: true,
      isFile: true,
      file: { select: { name: true, bytes: true, scan: true } },
      withdrawnBecause: true,
    },
    orderBy: { addedAt: "asc" },
  },
  actions: {
    select: {
      id: true,
      title: true,
      dueOn: true,
      status: true,
      ownerOrganisation: { select: { name: true } },
    },
    orderBy: { addedAt: "asc" },
  },
  publication: { select: { publishedAt: true, withdrawnAt: true, withdrawnBecause: true } },
} satisfies Prisma.GovernanceItemSelect;

const meetingFacts = {
  id: true,
  startsAt: true,
  place: true,
  link: true,
  status: true,
  cancelledBecause: true,
  minutesText: true,
  minutesApprovedAtId: true,
  minutesApprovedBy: true,
  minutesApprovedOn: true,
  version: true,
  body: { select: bodyFacts },
} satisfies Prisma.GovernanceMeetingSelect;

type FoundItem = Prisma.GovernanceItemGetPayload<{ select: typeof itemFacts }>;
type Found = Prisma.GovernanceMeetingGetPayload<{ select: typeof meetingFacts }>;

function toItem({ papers, actions, escalation, report, publication, ...item }: FoundItem) {
  return {
    ...item,
    kind: item.kind as GovernanceItemKind,
    decisionKind: item.decisionKind as DecisionKind | null,
    escalation: escalation && { ...escalation, state: escalation.state as EscalationState },
    /** For whoever may read it: Gold, once it is published. */
    report: report && {
      ...report,
      purpose: report.purpose as Purpose,
      status: report.status as ReportStatus,
    },
    papers: papers.map(({ file, ...paper }) => ({
      ...paper,
      marking: paper.marking as PaperMarking,
      file: file && { ...file, scan: file.scan as ScanState },
    })),
    actions: actions.map(({ dueOn, status, ownerOrganisation, ...action }) => ({
      ...action,
      status: status as ActionStatus,
      dueDay: fromDateColumn(dueOn),
      owner: ownerOrganisation.name,
    })),
    publication,
  };
}
export type BoardItem = ReturnType<typeof toItem>;

function toMeeting({ body, status, minutesApprovedOn, ...found }: Found, today: Day) {
  return {
    ...found,
    body: toBodyRecord(body, today),
    state: status as MeetingState,
    heldDay: dayOf(found.startsAt),
    time: timeOf(found.startsAt),
    isApproved: minutesApprovedOn !== null,
    approvedDay: minutesApprovedOn && fromDateColumn(minutesApprovedOn),
  };
}
export type BoardMeeting = ReturnType<typeof toMeeting>;

/** A meeting of a body, for somebody who may do this with it. */
export async function getBoardMeeting(
  { actor, tx, now }: Context,
  meetingId: string,
  permission: Permission = "board:read",
): Promise<BoardMeeting> {
  const found = await tx.governanceMeeting.findUnique({
    where: { id: meetingId },
    select: meetingFacts,
  });
  if (!found) throw new NotFound("meeting", meetingId);
  const meeting = toMeeting(found, dayOf(now));
  authorize(actor, permission, meeting.body.parties);
  return meeting;
}

export async function listBoardItems({ tx }: Context, meetingId: string): Promise<BoardItem[]> {
  const found = await tx.governanceItem.findMany({
    where: { meetingId },
    select: itemFacts,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 200,
  });
  return found.map(toItem);
}

/** An item, with the meeting that deals with it. */
export async function getBoardItem(
  ctx: Context,
  itemId: string,
  permission: Permission = "board:read",
) {
  const found = await ctx.tx.governanceItem.findUnique({
    where: { id: itemId },
    select: { ...itemFacts, meetingId: true },
  });
  if (!found) throw new NotFound("item", itemId);
  const { meetingId, ...item } = found;
  const meeting = await getBoardMeeting(ctx, meetingId, permission);
  return { item: toItem(item), meeting };
}

/** Everybody who sat on the body on the day, and what is written of them. */
export async function listSitting({ tx }: Context, { body, id, heldDay }: BoardMeeting) {
  const found = await tx.governanceMember.findMany({
    where: { bodyId: body.id },
    select: {
      id: true,
      role: true,
      name: true,
      post: true,
      deputyName: true,
      fromOn: true,
      untilOn: true,
      organisation: { select: { name: true } },
      attendance: { where: { meetingId: id }, select: { state: true } },
    },
    orderBy: [{ role: "asc" }, { name: "asc" }],
    take: 200,
  });
  return found
    .map(({ attendance, organisation, fromOn, untilOn, ...member }) => ({
      ...member,
      role: member.role as MemberRole,
      organisation: organisation.name,
      fromDay: fromDateColumn(fromOn),
      untilDay: untilOn && fromDateColumn(untilOn),
      state: (attendance[0]?.state ?? null) as AttendanceState | null,
    }))
    .filter((member) => sitsOn(member, heldDay) || member.state);
}
export type Sitting = Awaited<ReturnType<typeof listSitting>>[number];

export type Due = {
  kind: GovernanceItemKind;
  title: string;
  actionId: string | null;
  riskId: string | null;
  escalationId: string | null;
  earlierItemId: string | null;
  reportId: string | null;
  /** What is asked of the body. */
  detail: string | null;
};

/** What waits for this body on the day it meets, and is not on its agenda yet. */
export async function listDue(
  { actor, tx }: Context,
  { id: meetingId, body, startsAt, heldDay }: BoardMeeting,
): Promise<Due[]> {
  const day = toDateColumn(heldDay);
  const found = await tx.$queryRaw<
    (Omit<Due, "detail"> & { heldAt: Date | null; purpose: Purpose | null })[]
  >`
    with last as (
      select m.id, m.starts_at, m.minutes_approved_on from governance_meetings m
       where m.body_id = ${body.id}::uuid and m.status = 'held' and m.starts_at < ${startsAt} order by m.starts_at desc limit 1),
    due as (
      select 'minutes' as kind, '' as title, null::uuid as action_id, null::uuid as risk_id, null::uuid as escalation_id, null::uuid as earlier_item_id, l.starts_at as held_at, null::uuid as report_id, null as purpose
        from last l where l.minutes_approved_on is null
      union all
      select 'matters_arising', i.title, null, null, null, i.id, null, null, null from last l join governance_items i on i.meeting_id = l.id
       where i.taken_off_at is null and i.decided_at is null and i.kind <> 'minutes' and i.escalation_id is null and i.report_id is null
      union all
      select 'matters_arising', a.title, a.id, null, null, null, null, null, null from actions a
       where a.body_id = ${body.id}::uuid and a.status in ('not_started', 'in_progress') and a.added_at < ${startsAt}
      union all
      select 'escalation', e.title, null, null, e.id, null, null, null, null from governance_escalations e
       where e.to_body_id = ${body.id}::uuid and e.state = 'open'
      union all
      select case when p.rag = 'red' then 'red_action' else 'stale_action' end, p.reference || ' ' || a.title, p.action_id, null, null, null, null, null, null
        from plan_areas v join plans n on n.id = v.plan_id join plan_actions p on p.plan_id = n.id join actions a on a.id = p.action_id
       where v.area_id = ${actor.areaId}::uuid and n.status = 'approved' and (p.rag = 'red' or p.is_stale)
         and a.status in ('not_started', 'in_progress')
      union all
      select 'risk_review', r.reference || ' ' || r.title, null, r.id, null, null, null, null, null from risks r
       where r.status <> 'closed' and r.review_on <= ${day}::date
      union all
      select 'report', r.title, null, null, null, null, null, r.id, r.purpose from board_reports r
       where r.body_id = ${body.id}::uuid and r.status <> 'draft' and coalesce(r.meets_on, ${day}::date) <= ${day}::date
         and not exists (select from governance_items i join governance_meetings m on m.id = i.meeting_id
               where i.report_id = r.id and i.taken_off_at is null and (i.decided_at is not null or m.status = 'planned')))
    select d.kind, d.title, d.action_id::text as "actionId", d.risk_id::text as "riskId", d.escalation_id::text as "escalationId",
           d.earlier_item_id::text as "earlierItemId", d.report_id::text as "reportId", d.held_at as "heldAt", d.purpose
      from due d
     where d.kind = any (${[...dueBefore[body.kind]]})
       and not exists (select from governance_items i where i.meeting_id = ${meetingId}::uuid and i.kind = d.kind
             and coalesce(i.escalation_id, i.action_id, i.risk_id, i.earlier_item_id, i.report_id)
                   is not distinct from coalesce(d.escalation_id, d.action_id, d.risk_id, d.earlier_item_id, d.report_id))
     order by 1, 2 limit 100`;
  return found
    .map(({ heldAt, purpose, ...due }) => ({
      ...due,
      detail: purpose && purposeLabels[purpose],
      title: heldAt ? `Minutes of ${formatDay(dayOf(heldAt))}` : due.title,
    }))
    .sort((one, other) => placeOf(one.kind) - placeOf(other.kind));
}

/** A meeting with everything that its page shows. */
export async function viewBoardMeeting(ctx: Context, meetingId: string) {
  const { actor, tx, now } = ctx;
  const meeting = await getBoardMeeting(ctx, meetingId);
  const mayWrite = can(actor, "body:write", meeting.body.parties);
  const items = await listBoardItems(ctx, meetingId);
  const members = await listSitting(ctx, meeting);
  const addenda = await tx.governanceAddendum.findMany({
    where: { meetingId },
    select: { id: true, text: true, writtenAt: true },
    orderBy: { writtenAt: "asc" },
  });
  const approvedAt = meeting.minutesApprovedAtId
    ? await tx.governanceMeeting.findUnique({
        where: { id: meeting.minutesApprovedAtId },
        select: { startsAt: true },
      })
    : null;
  const due = mayWrite && meeting.state === "planned" ? await listDue(ctx, meeting) : [];
  await record(ctx, { type: "board_meeting.viewed", facts: { meetingId } });
  return {
    meeting,
    items: items.filter(({ takenOffBecause }) => !takenOffBecause),
    takenOff: items.filter(({ takenOffBecause }) => takenOffBecause),
    members,
    addenda,
    due,
    approvedAtDay: approvedAt && dayOf(approvedAt.startsAt),
    today: dayOf(now),
    mayWrite,
    mayDecide: can(actor, "board:decide", meeting.body.parties),
  };
}
export type BoardView = Awaited<ReturnType<typeof viewBoardMeeting>>;

/** An item on its own page. */
export async function viewBoardItem(ctx: Context, itemId: string) {
  const { item, meeting } = await getBoardItem(ctx, itemId);
  const { parties } = meeting.body;
  await record(ctx, { type: "board_item.viewed", facts: { itemId } });
  const { isExempt, decisionKind, publication, escalation } = item;
  const { isApproved } = meeting;
  return {
    item,
    meeting,
    mayWrite: can(ctx.actor, "body:write", parties),
    mayDecide: can(ctx.actor, "board:decide", parties),
    hasBegun: meeting.heldDay <= dayOf(ctx.now),
    mayAnswer: escalation?.state === "open",
    mayPublish:
      whyNotPublic({ isExempt, isApproved, decisionKind, isPublished: publication !== null }) ===
      null,
  };
}
export type BoardItemView = Awaited<ReturnType<typeof viewBoardItem>>;

/** Who is asked whether they came. */
export async function getMeetingForAttendance(ctx: Context, meetingId: string) {
  const meeting = await getBoardMeeting(ctx, meetingId, "body:write");
  return { meeting, members: await listSitting(ctx, meeting) };
}

/** The meetings of the same body at which these minutes can have been approved. */
export async function getMinutesToApprove(ctx: Context, meetingId: string) {
  const meeting = await getBoardMeeting(ctx, meetingId, "board:decide");
  const later = await ctx.tx.governanceMeeting.findMany({
    where: { bodyId: meeting.body.id, status: "held", startsAt: { gt: meeting.startsAt } },
    select: { id: true, startsAt: true },
    orderBy: { startsAt: "asc" },
    take: 20,
  });
  return {
    meeting,
    items: await listBoardItems(ctx, meetingId),
    members: await listSitting(ctx, meeting),
    later: later.map(({ id, startsAt }) => ({ id, heldDay: dayOf(startsAt) })),
  };
}

/** An item to give an action from, with the organisations that may be given one. */
export async function getItemForAction(ctx: Context, itemId: string) {
  const { item, meeting } = await getBoardItem(ctx, itemId, "body:write");
  const areaIds = meeting.body.parties.planAreaIds ?? [];
  return { item, meeting, organisations: await listOrganisations(ctx, areaIds) };
}

/** The meetings of the bodies that this reader sits on, those to come first or those gone by. */
export async function listBoardMeetings({ actor, tx, now }: Context, { past }: { past: boolean }) {
  if (!mayEver(actor, "board:read")) throw new Forbidden("board:read");
  const found = await tx.governanceMeeting.findMany({
    where: { startsAt: past ? { lt: now } : { gte: now } },
    select: {
      id: true,
      startsAt: true,
      place: true,
      status: true,
      minutesApprovedOn: true,
      body: { select: { id: true, name: true } },
    },
    orderBy: { startsAt: past ? "desc" : "asc" },
    take: 25,
  });
  return found.map(({ status, minutesApprovedOn, startsAt, ...meeting }) => ({
    ...meeting,
    heldDay: dayOf(startsAt),
    time: timeOf(startsAt),
    state: status as MeetingState,
    isApproved: minutesApprovedOn !== null,
  }));
}
