import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import type { CaseInWorld } from "./cases";
import type { Dice } from "./dice";
import { at, day, fifty, lay } from "./rows";

type MeetingInWorld = {
  id: string;
  caseId: string;
  drafterHatId: string;
  isAttended: boolean;
  /** Those asked in for the case alone, while its item is open. */
  askedIn: { hatId: string; userId: string }[];
  parties: Parties & { memberHatIds: string[] };
};

export function meetingsOf(
  random: Dice,
  areas: readonly { id: string }[],
  actors: Actor[],
  cases: CaseInWorld[],
) {
  const meetings: MeetingInWorld[] = [];
  for (const { id: caseId, parties } of cases.filter(() => random.chance(0.7))) {
    const { areaId } = parties;
    const near = actors.filter((actor) => actor.areaId === areaId);
    const members = random.some(near, 0.4).map((member) => ({
      ...member,
      oneItem: random.chance(0.4),
    }));
    const isAskedIn = ({ role, oneItem }: { role: string; oneItem: boolean }) =>
      oneItem || role === "invitee";
    const status = random.chance(0.3) ? "closed" : "planned";
    const outcome = random.chance(0.5) ? "adopt" : "discussed_only";
    const isOpen = status === "planned" && outcome === "discussed_only";
    const id = randomUUID();
    lay("meetingSeries", {
      ...{ id, areaId, title: "Panel", pattern: "weekly", firstOn: day, untilOn: day },
      ...{ calledByHatId: (near[0] as Actor).hatId, createdAt: at },
    });
    lay("meeting", {
      id,
      areaId,
      seriesId: id,
      title: "Panel",
      heldOn: day,
      startsAt: "14:00",
      place: "Here",
      status,
      calledByHatId: (near[0] as Actor).hatId,
      createdAt: at,
    });
    const jointAreaIds = random.chance(0.3)
      ? areas.map((area) => area.id).filter((one) => one !== areaId)
      : [];
    lay(
      "meetingArea",
      jointAreaIds.map((one) => ({ meetingId: id, areaId: one, hostArea: areaId })),
    );
    const seat = "other";
    lay(
      "meetingMember",
      members.map(({ hatId, userId, organisationId, oneItem }) => ({
        ...{ meetingId: id, areaId, hatId, userId, organisationId, seat, oneItem },
      })),
    );
    lay("panelItem", {
      id: caseId,
      meetingId: id,
      caseId,
      areaId,
      kind: "new_case",
      position: 1,
      addedByHatId: (near[0] as Actor).hatId,
      addedAt: at,
    });
    const attending = random.some(members, 0.8);
    lay(
      "panelAttendee",
      attending.map(({ hatId, userId, organisationId }) => ({
        itemId: caseId,
        meetingId: id,
        caseId,
        areaId,
        hatId,
        userId,
        organisationId,
        seat,
      })),
    );
    lay("panelDecision", {
      id: caseId,
      itemId: caseId,
      meetingId: id,
      caseId,
      areaId,
      outcome,
      reasons: fifty,
      details: {},
      quorum: {},
      vote: "agreed",
      decidedByHatId: (near[0] as Actor).hatId,
      decidedAt: at,
    });
    const [hat, deputy] = near.length > 1 ? near : actors;
    lay("panelDeputy", {
      ...{ id, areaId, hatId: (hat as Actor).hatId, deputyHatId: (deputy as Actor).hatId },
      ...{ namedByHatId: (hat as Actor).hatId, namedAt: at, endedAt: at },
    });
    lay("panelPaper", {
      ...{ id: caseId, itemId: caseId, meetingId: id, caseId, areaId, kind: "assessment" },
      ...{ assessmentId: caseId, addedByHatId: (near[0] as Actor).hatId, addedAt: at },
    });
    lay("agendaLeftOff", {
      ...{ id: caseId, meetingId: id, caseId, areaId, kind: "new_case", reason: "x" },
      ...{ leftOffByHatId: (near[0] as Actor).hatId, leftOffAt: at },
    });
    const chairs = near.filter(({ role }) => role === "chair");
    const drafter = chairs[0] ?? (near[0] as Actor);
    minutesOf({ id, caseId, areaId, by: drafter });
    // Whoever is asked in for the case alone is there for as long as its item is open (s.37(4)).
    const stillThere = attending.filter((one) => isOpen || !isAskedIn(one));
    parties.attendeeHatIds.push(...stillThere.map(({ hatId }) => hatId));
    meetings.push({
      id,
      caseId,
      drafterHatId: drafter.hatId,
      isAttended: attending.length > 0,
      askedIn: stillThere.filter(isAskedIn),
      parties: {
        ...{ areaId, jointAreaIds },
        memberHatIds: members.filter((one) => !isAskedIn(one)).map(({ hatId }) => hatId),
      },
    });
  }
  return meetings;
}

/** A meeting is known to whoever is asked in to it, unless the case is not there for them (Q-07, T14). */
export function askIn(meetings: MeetingInWorld[], cases: CaseInWorld[]) {
  for (const { caseId, askedIn, parties } of meetings) {
    const onIt = cases.find(({ id }) => id === caseId)?.parties;
    const free = askedIn.filter(({ userId }) => !onIt?.conflictedUserIds.includes(userId));
    if (!onIt?.isPoliceLed) parties.memberHatIds.push(...free.map(({ hatId }) => hatId));
  }
}

type Minuted = { id: string; caseId: string; areaId: string; by: Actor };

/** A meeting's minutes, with the block of its case, what was said of it, and the decision as it was drafted. */
function minutesOf({ id: meetingId, caseId, areaId, by: { hatId: by, organisationId } }: Minuted) {
  const row = { id: caseId, caseId, areaId };
  const sealed = { sealedBody: new Uint8Array(4) };
  const written = { ...sealed, writtenByHatId: by, writtenAt: at };
  lay("minutes", {
    meetingId,
    areaId,
    attendance: [],
    dueOn: day,
    draftedByHatId: by,
    draftedAt: at,
  });
  const edited = { editedByHatId: by, editedAt: at };
  lay("minuteBlock", { ...row, itemId: caseId, meetingId, ...sealed, ...edited });
  const said = { ...row, blockId: caseId, ...written };
  lay("minuteComment", { ...said, itemId: caseId, organisationId });
  lay("minuteAddendum", said);
  lay("decisionDraft", { itemId: caseId, hatId: by, caseId, areaId, savedAt: at });
}
