import { addMonths, addWorkingDays } from "@/lib/dates";
import { list, seated } from "./agenda";
import type { Opened } from "./casework";
import { at, column, played, type World } from "./world";

/** The meetings themselves, and everybody who is invited to each. */
export function layOutMeetings(world: World): void {
  const { rows, areaId, chance } = world;
  const coordinator = played(world, "coordinator");
  for (const { id, heldOn, isPast } of world.meetings) {
    rows.meeting.push({
      id,
      areaId,
      title: "Channel panel",
      heldOn: column(heldOn),
      startsAt: "14:00",
      place: "Northbridge House, room 4",
      status: isPast ? "closed" : "planned",
      calledByHatId: coordinator.hatId,
      createdAt: at(addWorkingDays(heldOn, -20), 10),
      disposeOn: column(addMonths(heldOn, 72)),
    });
    for (const part of seated) {
      const { hatId, userId, organisationId, seat } = played(world, part);
      const isNeeded =
        seat === "chair" ||
        rows.panelAttendee.some((one) => one.meetingId === id && one.hatId === hatId);
      const isPresent = isPast && (isNeeded || chance.is(0.6));
      rows.meetingMember.push({
        meetingId: id,
        hatId,
        areaId,
        userId,
        organisationId,
        seat: seat ?? "other",
        isPresent,
        apologies: isPast && !isPresent,
      });
    }
  }
}

/** A few more on the agenda to come: a review that is due, and a consent that is waited for. */
export function fillComingAgenda(world: World, cases: Opened[]): void {
  const coming = world.meetings.find(({ isPast }) => !isPast);
  if (!coming) return;
  const wanted = [
    ["review_6m", "review_6m"],
    ["review_12m", "review_12m"],
    ["consent_pending", "consent"],
  ] as const;
  for (const [status, kind] of wanted) {
    const found = cases.filter(({ row }) => row.status === status).slice(0, 2);
    for (const opened of found) list(world, opened, coming, kind);
  }
}
