import { addDays, addMonths, addWorkingDays } from "@/lib/dates";
import { layOutAgenda } from "@/lib/panels/agenda/rules";
import type { ItemKind } from "@/lib/panels/labels";
import { seriesDays } from "@/lib/panels/series/rules";
import { list, seated } from "./agenda";
import type { Opened } from "./casework";
import { at, column, type PanelDay, played, type World } from "./world";

/** A day: there are twenty to thirty cases to speak of. */
const wholeDay = { startsAt: "10:00", lastsMinutes: 420 };
/** Few cases at once: half a day. */
const afternoon = { startsAt: "14:00", lastsMinutes: 180 };

/** The meetings themselves, and everybody who is invited to each. */
export function layOutMeetings(world: World): void {
  const { rows, areaId, chance } = world;
  const coordinator = played(world, "coordinator");
  const series = planAhead(world);
  nameDeputies(world);
  callJointMeeting(world);
  for (const { id, heldOn, isPast } of [...world.meetings, ...series.later]) {
    rows.meeting.push({
      id,
      areaId,
      ...(!isPast && { seriesId: series.id, seriesOn: column(heldOn) }),
      title: "Channel panel",
      heldOn: column(heldOn),
      ...wholeDay,
      place: "Northbridge House, room 4",
      status: isPast ? "closed" : "planned",
      ...(id === series.calledOffId && calledOff(world)),
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
        confidentialAt: isPresent ? at(heldOn, 10) : null,
      });
    }
  }
}

/** The next meeting and three after it are a series, called when the one before it was held (TL-05). */
function planAhead({ rows, chance, areaId, meetings, cast }: World) {
  const coming = meetings.at(-1);
  const coordinator = cast.coordinator;
  if (!coming || !coordinator) throw new Error("There is no meeting to come.");
  const createdAt = at(addWorkingDays(coming.heldOn, -20), 10);
  const id = chance.id(createdAt);
  const first = coming.heldOn;
  const untilOn = addDays(first, 3 * 28);
  const days = seriesDays({ pattern: "every_four_weeks", firstOn: first, untilOn }).slice(1);
  const later = days.map(({ heldOn }, nth) => {
    return { id: chance.id(at(heldOn, 9, nth)), heldOn, isPast: false, items: 0 };
  });
  rows.meetingSeries.push({
    ...{ id, areaId, title: "Channel panel", pattern: "every_four_weeks", createdAt },
    ...{ firstOn: column(first), untilOn: column(untilOn), calledByHatId: coordinator.hatId },
  });
  return { id, later, calledOffId: later.at(-1)?.id };
}

/** P-08: once a quarter the city and the county meet together. The county asks in its own people. */
function callJointMeeting(world: World) {
  const { rows, areaId, chance, today, places } = world;
  const county = places.areaId["Wyvern County"];
  if (!county) return;
  const heldOn = addWorkingDays(addDays(today, 38), 0);
  const createdAt = at(addWorkingDays(today, -3), 15);
  const id = chance.id(createdAt);
  rows.meeting.push({
    ...{ id, areaId, title: "Joint Channel panel", heldOn: column(heldOn), ...afternoon },
    ...{ place: "Wyvern County Hall, committee room", status: "planned", createdAt },
    calledByHatId: played(world, "coordinator").hatId,
    disposeOn: column(addMonths(heldOn, 72)),
  });
  rows.meetingArea.push({ meetingId: id, areaId: county, hostArea: areaId });
  for (const part of ["chair", "i.thorsby", "panel.health", "e.tolland"]) {
    const { hatId, userId, organisationId, seat } = played(world, part);
    rows.meetingMember.push({
      ...{ meetingId: id, areaId: part === "e.tolland" ? county : areaId },
      ...{ hatId, userId, organisationId, seat: seat ?? "other", isPresent: false },
      ...{ apologies: false, confidentialAt: null },
    });
  }
}

/** The last of the series falls on a day on which nobody can come. */
const calledOff = ({ now }: World) => ({
  status: "cancelled",
  cancelledReason: "Health, probation and the deputy chair are all away that week.",
  calendarSequence: 1,
  changedAt: now,
});

/** Who comes when a member cannot, from the same organisation (P-02). */
function nameDeputies(world: World) {
  const { rows, chance, areaId, today } = world;
  const namedAt = at(addMonths(today, -5), 11);
  const deputies = { "i.thorsby": "p.stourton", "s.kilvert": "o.bellwether" };
  for (const [member, deputy] of Object.entries(deputies))
    rows.panelDeputy.push({
      ...{ id: chance.id(namedAt), areaId, namedAt },
      hatId: played(world, member).hatId,
      deputyHatId: played(world, deputy).hatId,
      namedByHatId: played(world, "coordinator").hatId,
    });
}

/** A few more on the agenda to come: a review that is due, and a consent that is waited for. */
export function fillComingAgenda(world: World, cases: Opened[]): void {
  const coming = world.meetings.find(({ isPast }) => !isPast);
  if (!coming) return;
  const wanted = [
    ["review_6m", "review_6m"],
    ["review_12m", "review_12m"],
    ["consent_pending", "consent"],
    ["in_support", "monthly_review"],
    ["in_support", "closure"],
  ] as const;
  for (const [status, kind] of wanted) {
    const isListed = ({ caseId }: Opened) =>
      world.rows.panelItem.some((item) => item.meetingId === coming.id && item.caseId === caseId);
    const found = cases.filter((opened) => opened.row.status === status && !isListed(opened));
    for (const opened of found.slice(0, 2)) list(world, opened, coming, kind);
  }
  tellTimes(world, coming);
  for (const meeting of world.meetings.slice(-2)) attachPapers(world, meeting);
}

/** The first assessment of each case before its meeting: all in time, but for one that came the day before. */
function attachPapers({ rows, chance, areaId, now }: World, { id: meetingId, heldOn }: PanelDay) {
  const items = rows.panelItem.filter((item) => item.meetingId === meetingId);
  const papers = items.flatMap(({ id: itemId = "", caseId, addedByHatId }) => {
    const assessment = rows.assessment.find((one) => one.caseId === caseId);
    if (!assessment?.id || assessment.status === "draft") return [];
    return [{ itemId, caseId, addedByHatId, assessmentId: assessment.id }];
  });
  papers.forEach((paper, nth) => {
    const isLast = nth === papers.length - 1;
    const meant = at(addWorkingDays(heldOn, isLast ? -1 : -4), 15, nth % 60);
    const addedAt = meant < now ? meant : now;
    rows.panelPaper.push({
      ...{ ...paper, id: chance.id(addedAt), meetingId, areaId, kind: "assessment", addedAt },
    });
  });
}

/** When each is wanted for each case, as it is worked out when somebody builds the agenda. */
function tellTimes({ rows }: World, coming: PanelDay): void {
  const items = rows.panelItem.flatMap(({ id = "", kind, position, minutes = 10, meetingId }) =>
    meetingId === coming.id ? [{ id, kind: kind as ItemKind, position, minutes }] : [],
  );
  for (const slot of layOutAgenda(wholeDay.startsAt, items).parts.flatMap((part) => part.items))
    for (const one of rows.panelAttendee) if (one.itemId === slot.id) one.calledFor = slot.startsAt;
}
