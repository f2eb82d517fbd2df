import "server-only";

import { record } from "@/lib/audit/record";
import type { CaseStatus } from "@/lib/cases/labels";
import { type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { ItemKind, Outcome } from "../labels";
import { listMattersArising, openActions } from "../matters/queries";
import { getMeeting, type MeetingRecord } from "../meetings/queries";
import { listItems, type PanelItem } from "../queries";
import { kindsFor } from "../rules";
import { type Due, dueAt, layOutAgenda, placeOf } from "./rules";

/** What of a case says whether it is due: one row each, for the cases that this actor runs. */
async function listCandidates({ actor, tx }: Context, { id: meetingId, heldOn }: MeetingRecord) {
  const found = await tx.case.findMany({
    where: {
      status: { in: Object.keys(kindsFor) },
      areaId: actor.areaId,
      caseReaders: { some: { hatId: actor.hatId } },
      panelItems: { none: { meetingId } },
    },
    orderBy: [{ nextDueOn: "asc" }, { reference: "asc" }],
    take: 200,
    select: {
      id: true,
      reference: true,
      status: true,
      defers: true,
      nextDueOn: true,
      assessments: {
        where: { purpose: "exit", status: { not: "draft" } },
        take: 1,
        select: { id: true },
      },
      panelDecisions: { orderBy: { decidedAt: "desc" }, take: 1, select: { outcome: true } },
      actions: {
        where: { ...openActions, kind: "panel", dueOn: { lt: toDateColumn(heldOn) } },
        take: 1,
        select: { id: true },
      },
      reviews: { where: { heldOn: null }, select: { kind: true, dueOn: true } },
      panelItems: {
        where: {
          meetingId: { not: meetingId },
          meeting: { status: { in: ["planned", "in_progress"] } },
        },
        select: { kind: true },
      },
      agendaLeftOff: {
        where: { meetingId },
        orderBy: { leftOffAt: "desc" },
        take: 1,
        select: { reason: true },
      },
    },
  });
  return found.map(({ panelDecisions, assessments, actions, reviews, panelItems, ...one }) => ({
    ...one,
    status: one.status as CaseStatus,
    nextDueOn: one.nextDueOn && fromDateColumn(one.nextDueOn),
    leftOff: one.agendaLeftOff[0]?.reason ?? null,
    isExitAssessed: assessments.length > 0,
    lastOutcome: (panelDecisions[0]?.outcome ?? null) as Outcome | null,
    hasLateActions: actions.length > 0,
    reviews: reviews.map(({ kind, dueOn }) => ({
      kind: kind as "review_6m" | "review_12m",
      dueOn: fromDateColumn(dueOn),
    })),
    listedFor: panelItems.map(({ kind }) => kind as ItemKind),
  }));
}

export type DueCase = Due & {
  id: string;
  reference: string;
  nextDueOn: Day | null;
  leftOff: string | null;
};

/** The cases that come before this meeting by themselves and are not on its agenda (TL-04, TL-06, TL-09). */
export async function listDue(ctx: Context, meeting: MeetingRecord): Promise<DueCase[]> {
  const candidates = await listCandidates(ctx, meeting);
  return candidates.flatMap((found) => {
    const due = dueAt(meeting.heldOn, found);
    const { id, reference, nextDueOn, leftOff } = found;
    return due ? [{ ...due, id, reference, nextDueOn, leftOff }] : [];
  });
}

const toSlot = (item: PanelItem) => ({
  id: item.id,
  kind: item.kind,
  position: item.position,
  minutes: item.minutes,
  caseId: item.case.id,
  reference: item.case.reference,
  decision: item.decision,
});

/** The agenda as whoever builds it sees it: what is on it, what is due, and what was left off. */
export async function viewAgenda(ctx: Context, meetingId: string) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:build");
  const items = (await listItems(ctx, meetingId)).map(toSlot);
  const due = await listDue(ctx, meeting);
  const arising = await listMattersArising(ctx, meeting);
  await record(ctx, { type: "agenda.viewed", facts: { meetingId, due: due.length } });
  return {
    meeting,
    agenda: layOutAgenda(meeting.startsAt, items),
    due: due.filter(({ leftOff }) => leftOff === null),
    leftOff: due.filter(({ leftOff }) => leftOff !== null),
    arising,
    today: dayOf(ctx.now),
  };
}

/** One case that is due, for whoever says why it is left off. */
export async function getDueCase(ctx: Context, meetingId: string, reference: string) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:build");
  const found = (await listDue(ctx, meeting)).find((one) => one.reference === reference);
  if (!found) throw new NotFound("case that is due", reference);
  return { meeting, due: found };
}

/** An item among those that its builder sees, and where it stands under its heading. */
export async function getSlot(ctx: Context, meetingId: string, itemId: string) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:build");
  const items = await listItems(ctx, meetingId);
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound("panel item", itemId);
  const { minutes, kind, residentForce, case: onCase } = item;
  const place = placeOf(items, item);
  return { meeting, itemId, reference: onCase.reference, kind, minutes, residentForce, place };
}
