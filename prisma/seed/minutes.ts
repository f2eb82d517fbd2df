import { dueDay } from "@/lib/clocks/rules";
import { seal } from "@/lib/crypto/vault";
import { addMonths, addWorkingDays, fromDateColumn } from "@/lib/dates";
import type { ItemKind, Outcome, Seat, Vote } from "@/lib/panels/labels";
import { writeBlock } from "@/lib/panels/minutes/rules";
import type { Opened } from "./casework";
import { at, column, type PanelDay, played, type World } from "./world";

type Decision = World["rows"]["panelDecision"][number];

/** The minutes of every meeting that was held: signed in time by the chair, but for the last, which is a draft. */
export function writeMinutes(world: World, cases: Opened[]): void {
  const byCase = new Map(cases.map((opened) => [opened.caseId, opened]));
  const held = world.meetings.filter(({ isPast }) => isPast);
  for (const meeting of held)
    writeOne(world, meeting, { byCase, isDraft: meeting === held.at(-1) });
  meetAgain(world, byCase);
}

/** An extraordinary meeting of this week, whose minutes are to be signed tomorrow (M-02). */
function meetAgain(world: World, byCase: How["byCase"]): void {
  const { rows, areaId, chance, today } = world;
  const heldOn = addWorkingDays(today, -4);
  const id = chance.id(at(heldOn, 9));
  rows.meeting.push({
    ...{ id, areaId, title: "Extraordinary panel", heldOn: column(heldOn), startsAt: "09:30" },
    ...{ place: "Northbridge House, room 4", status: "closed" },
    calledByHatId: played(world, "coordinator").hatId,
    createdAt: at(addWorkingDays(heldOn, -2), 10),
    disposeOn: column(addMonths(heldOn, 72)),
  });
  for (const part of ["chair", "coordinator"] as const) {
    const { hatId, userId, organisationId, seat } = played(world, part);
    rows.meetingMember.push({
      ...{ meetingId: id, hatId, areaId, userId, organisationId, seat: seat ?? "other" },
      ...{ isPresent: true, confidentialAt: at(heldOn, 9) },
    });
  }
  writeOne(world, { id, heldOn, isPast: true, items: 0 }, { byCase, isDraft: true });
}

type How = { byCase: Map<string, Opened>; isDraft: boolean };

function writeOne(world: World, meeting: PanelDay, { byCase, isDraft }: How): void {
  const { rows, areaId } = world;
  const { id: meetingId, heldOn } = meeting;
  const coordinator = played(world, "coordinator");
  const chair = played(world, "chair");
  const draftedAt = at(heldOn, 17);
  const signed = isDraft
    ? {}
    : { signedByHatId: chair.hatId, signedAt: at(addWorkingDays(heldOn, 3), 10) };
  rows.minutes.push({
    meetingId,
    areaId,
    attendance: attendanceOf(world, meetingId),
    dueOn: column(dueDay("sign_minutes", heldOn)),
    draftedByHatId: coordinator.hatId,
    draftedAt,
    ...signed,
  });
  const decisions = rows.panelDecision.filter((one) => one.meetingId === meetingId);
  for (const item of rows.panelItem.filter((one) => one.meetingId === meetingId)) {
    const opened = byCase.get(item.caseId);
    const own = decisions.filter(({ itemId }) => itemId === item.id);
    const itemId = `${item.id}`;
    if (!opened || own.length === 0) continue;
    const body = bodyOf(world, meeting, { itemId, caseId: item.caseId, kind: item.kind, own });
    rows.minuteBlock.push({
      itemId,
      meetingId,
      caseId: item.caseId,
      areaId,
      sealedBody: seal(opened.key, `minute_blocks.sealed_body.${itemId}`, body),
      editedByHatId: coordinator.hatId,
      editedAt: draftedAt,
      ...signed,
    });
  }
}

const namesOf = ({ places }: World) =>
  new Map(Object.entries(places.organisationId).map(([name, id]) => [id, name]));

function attendanceOf(world: World, meetingId: string) {
  const members = world.rows.meetingMember.filter((one) => one.meetingId === meetingId);
  return [...namesOf(world)].flatMap(([id, organisation]) => {
    const people = members.filter(({ organisationId }) => organisationId === id);
    const here = people.filter(({ isPresent }) => isPresent);
    if (people.length === 0) return [];
    const seats = (here.length > 0 ? here : people).map(({ seat }) => seat);
    return [{ organisation, seats, isPresent: here.length > 0 }];
  });
}

type Item = { itemId: string; caseId: string; kind: string; own: Decision[] };

function bodyOf(world: World, { id, heldOn }: PanelDay, { itemId, caseId, kind, own }: Item) {
  const { rows } = world;
  const names = namesOf(world);
  const nameOf = (organisationId: string) => names.get(organisationId) ?? "";
  return writeBlock({
    heldOn,
    kind: kind as ItemKind,
    present: rows.panelAttendee
      .filter((one) => one.itemId === itemId && one.isPresent)
      .map(({ seat, organisationId }) => ({
        seat: seat as Seat,
        organisation: nameOf(organisationId),
      })),
    conflicted: [],
    isQuorate: true,
    information: [],
    decisions: own.map(({ outcome, reasons, vote, dissent = null, details }) => ({
      outcome: outcome as Outcome,
      reasons,
      vote: vote as Vote,
      dissent,
      details: details as Record<string, unknown>,
    })),
    actions: rows.action
      .filter((one) => one.kind === "panel" && one.meetingId === id && one.caseId === caseId)
      .map(({ title, ownerOrganisationId, dueOn }) => ({
        title,
        organisation: nameOf(ownerOrganisationId),
        dueOn: fromDateColumn(new Date(dueOn)),
      })),
  });
}
