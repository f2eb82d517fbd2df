import { addDays, addWorkingDays, type Day } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { minutesFor } from "@/lib/panels/agenda/rules";
import type { ItemKind } from "@/lib/panels/labels";
import { type Attendee, quorumProof } from "@/lib/panels/rules";
import type { Worn } from "./accounts";
import type { Opened } from "./casework";
import { aClock } from "./referral";
import { panelReasons } from "./words";
import { at, column, during, type PanelDay, played, type World } from "./world";

/** Who sits where. The gateway's seat, and every other, is one hat. */
export const seated = [
  "chair",
  "d.marchbank",
  "i.thorsby",
  "s.kilvert",
  "o.bellwether",
  "n.ferncombe",
  "panel.health",
  "panel.probation",
  "y.tamberlane",
];

/** Who has something to say of one person, by whether it is a child. */
const forItem = (isChild: boolean): string[] =>
  isChild
    ? ["chair", "i.thorsby", "s.kilvert", "n.ferncombe", "panel.health", "y.tamberlane"]
    : ["chair", "i.thorsby", "o.bellwether", "panel.health", "panel.probation"];

export type Listed = { itemId: string; meeting: PanelDay; attendees: Attendee[]; decidedAt: Date };

/** Puts the case on the agenda of a meeting, and invites those who need to be there. */
export function list(world: World, opened: Opened, meeting: PanelDay, kind: ItemKind): Listed {
  const { rows, chance, areaId } = world;
  const addedAt = during(world, addWorkingDays(meeting.heldOn, -5));
  const itemId = chance.id(addedAt);
  meeting.items += 1;
  rows.panelItem.push({
    id: itemId,
    meetingId: meeting.id,
    caseId: opened.caseId,
    areaId,
    kind,
    position: meeting.items,
    minutes: minutesFor[kind],
    addedByHatId: opened.coordinator.hatId,
    addedAt,
  });
  const attendees = forItem(opened.isChild).map((part) =>
    attend(world, opened, { itemId, meeting, who: played(world, part) }),
  );
  const decidedAt = at(meeting.heldOn, 14, Math.min(59, 5 + meeting.items * 4));
  return { itemId, meeting, attendees, decidedAt };
}

type Attending = { itemId: string; meeting: PanelDay; who: Worn };

function attend(
  { rows, areaId }: World,
  { caseId }: Opened,
  { itemId, meeting, who }: Attending,
): Attendee {
  const { hatId, userId, organisationId } = who;
  const seat = who.seat ?? "other";
  rows.panelAttendee.push({
    itemId,
    meetingId: meeting.id,
    caseId,
    areaId,
    hatId,
    userId,
    organisationId,
    seat,
    isPresent: meeting.isPast,
  });
  return { seat, isPresent: true, hasConflict: false, organisationId };
}

type Decision = { outcome: string; reasons?: string } & Record<string, unknown>;

/** The decision record (6.5), with the room it was made in stamped on it. */
export function decide(
  world: World,
  opened: Opened,
  { itemId, meeting, attendees, decidedAt }: Listed,
  { outcome, reasons = panelReasons[outcome] ?? "", ...details }: Decision,
): void {
  const { rows, chance, areaId } = world;
  const isDissent = chance.is(0.07);
  rows.panelDecision.push({
    id: chance.id(decidedAt),
    itemId,
    meetingId: meeting.id,
    caseId: opened.caseId,
    areaId,
    outcome,
    reasons,
    details: {
      informationConsidered: opened.items.slice(0, 4),
      optionsConsidered:
        "Support through Channel, help from early help or adult social care alone, and no further action.",
      agree: isDissent ? attendees.length - 1 : null,
      disagree: isDissent ? 1 : null,
      toldBy: "coordinator",
      tellOn: addWorkingDays(meeting.heldOn, 3),
      notTold: null,
      ...details,
    } as Prisma.InputJsonObject,
    quorum: quorumProof(attendees, {
      isChild: opened.isChild,
    }) as unknown as Prisma.InputJsonObject,
    vote: isDissent ? "majority" : "agreed",
    dissent: isDissent ? "Health would have preferred to wait a month." : null,
    decidedByHatId: played(world, "chair").hatId,
    decidedAt,
  });
  const isLast = meeting === world.meetings.findLast(({ isPast }) => isPast);
  if (chance.is(isLast ? 0.6 : 0.25)) panelAction(world, opened, meeting);
}

const panelActions = [
  {
    title: "Share the outcome of the mental health assessment with the coordinator",
    by: "panel.health",
  },
  {
    title: "Confirm licence conditions and the date on which supervision ends",
    by: "panel.probation",
  },
  { title: "Ask the school for attendance since the last meeting", by: "n.ferncombe" },
  { title: "Visit the family and explain what the panel decided", by: "coordinator" },
  { title: "Find out whether the youth worker can see the person each week", by: "y.tamberlane" },
  { title: "Check that the housing application has been received", by: "o.bellwether" },
];

function panelAction(world: World, opened: Opened, meeting: PanelDay): void {
  const { rows, chance, areaId, today } = world;
  const around = [...forItem(opened.isChild), opened.coordinator.email.split("@")[0]];
  const { title, by } = chance.pick(panelActions.filter((action) => around.includes(action.by)));
  const owner = played(world, by);
  const dueOn = addDays(meeting.heldOn, 21);
  const isLongAgo = dueOn < addDays(today, -40);
  const isDone = dueOn < today && (isLongAgo || chance.is(0.7));
  const addedAt = at(meeting.heldOn, 16);
  rows.action.push({
    id: chance.id(addedAt),
    areaId,
    kind: "panel",
    caseId: opened.caseId,
    meetingId: meeting.id,
    title,
    ownerOrganisationId: owner.organisationId,
    ownerHatId: owner.hatId,
    dueOn: column(dueOn),
    firstDueOn: column(dueOn),
    status: isDone ? "done" : chance.pick(["not_started", "in_progress"]),
    doneOn: isDone ? column(addDays(dueOn, -chance.between(1, 8))) : null,
    addedByHatId: played(world, "chair").hatId,
    addedAt,
  });
}

export const meetingAfter = ({ meetings }: World, day: Day, least = 3): PanelDay | undefined =>
  meetings.find(({ heldOn }) => heldOn >= addDays(day, least));

/** The monthly meetings from the first to a last day, each of which reviews the case (TL-06). */
export function reviewMonthly(world: World, opened: Opened, from: Day, until: Day): Day {
  const { caseId } = opened;
  let last = from;
  const months = world.meetings.filter(
    ({ heldOn, isPast }) => isPast && heldOn >= addDays(from, 14) && heldOn < until,
  );
  for (const meeting of months) {
    const item = list(world, opened, meeting, "monthly_review");
    const isRevised = world.chance.is(0.12);
    decide(world, opened, item, {
      outcome: isRevised ? "revise_plan" : "continue",
      nextReviewOn: addDays(meeting.heldOn, 28),
      ...(isRevised && { planChanges: "Help with housing is added, sessions every second week." }),
    });
    aClock(world, { caseId, kind: "case_review", startedOn: last, stopsOn: meeting.heldOn });
    last = meeting.heldOn;
  }
  return last;
}
