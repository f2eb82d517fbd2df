import { addWorkingDays, type Day } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { meetingAfter } from "./agenda";
import { close, keepConsent, keepUntilDisposal, move, type Opened } from "./casework";
import { aClock } from "./referral";
import { kinds, startSupport } from "./support";
import { consentAsked } from "./words";
import { at, during, type PanelDay, played, type World } from "./world";

function plan(world: World, opened: Opened, meeting: PanelDay): void {
  const writtenAt = at(meeting.heldOn, 11);
  world.rows.supportPlan.push({
    id: world.chance.id(writtenAt),
    caseId: opened.caseId,
    areaId: world.areaId,
    number: 1,
    consentAsked,
    nature:
      "A mentor, help to return to school or work, and someone to talk to about sleep and stress.",
    provider: "Harbour Community Trust",
    delivery: "Weekly sessions of an hour at the community centre, for three months at first.",
    objective:
      "To have a settled week, people to turn to, and questions asked of what is seen online.",
    exitCriteria:
      "Three months in school or work, sessions kept, and no contact with those who encouraged violence.",
    safeguardingContact: "The duty desk of the city council",
    writtenByHatId: opened.coordinator.hatId,
    writtenAt,
  });
}

/** T11 to T16: asked within ten working days, and nothing starts before it is given. */
export function seekConsent(world: World, opened: Opened, meeting: PanelDay) {
  const { chance, today } = world;
  const { story, caseId, isChild } = opened;
  plan(world, opened, meeting);
  const soughtOn = addWorkingDays(meeting.heldOn, chance.pick([3, 4, 5, 6, 7, 8, 9, 12]));
  aClock(world, { caseId, kind: "consent_sought", startedOn: meeting.heldOn, stopsOn: soughtOn });
  keepConsent(world, opened, { number: 1, state: "not_sought", on: meeting.heldOn });
  if (soughtOn > today) return runsUntilReviewed(world, opened, meeting.heldOn);
  const askedOf = isChild ? "A parent, with the young person" : "The person";
  const details = { askedBy: opened.coordinator.name, askedOf };
  keepConsent(world, opened, { number: 2, state: "sought", on: soughtOn, details });

  const answeredOn = addWorkingDays(soughtOn, chance.between(1, 7));
  if (story.consent === "waits" || answeredOn > today)
    return runsUntilReviewed(world, opened, meeting.heldOn);
  if (story.consent === "refused") return refuse(world, opened, meeting, answeredOn);
  keepConsent(world, opened, {
    number: 3,
    state: "given",
    on: answeredOn,
    details: givenDetails(world, opened),
  });
  move(world, opened, "T15", "in_support", during(world, answeredOn), opened.coordinator);
  startSupport(world, opened, { adoptedOn: meeting.heldOn, startedOn: answeredOn });
}

function runsUntilReviewed(world: World, { caseId }: Opened, adoptedOn: Day): void {
  aClock(world, { caseId, kind: "case_review", startedOn: adoptedOn, stopsOn: null });
}

function refuse(world: World, opened: Opened, meeting: PanelDay, refusedOn: Day) {
  const { isChild, caseId } = opened;
  const next = meetingAfter(world, refusedOn, 1);
  keepConsent(world, opened, {
    number: 3,
    state: "refused",
    on: refusedOn,
    details: { refusedOn, authority: isChild ? "parent" : "self" },
  });
  const stopsOn = next?.heldOn ?? null;
  aClock(world, { caseId, kind: "case_review", startedOn: meeting.heldOn, stopsOn });
  if (!next?.isPast) return;
  const closedAt = at(next.heldOn, 15);
  move(world, opened, "T16", "closed_declined", closedAt, played(world, "chair"));
  close(opened, "consent_refused", closedAt);
  keepUntilDisposal(world, opened, next.heldOn);
}

/** Everything that C-05 has recorded of a yes. */
function givenDetails(world: World, opened: Opened): Prisma.InputJsonObject {
  const { isChild, story, coordinator } = opened;
  const parts = kinds.map(({ by }) => played(world, by).organisationId);
  return {
    authority: isChild ? "parent" : "self",
    givenBy: isChild ? `A parent of ${story.forenames}` : `${story.forenames} ${story.surname}`,
    relationship: isChild ? "Parent, known to the school" : null,
    childAgreement: isChild ? "agrees" : "not_a_child",
    capacity: "no_doubt",
    bestInterests: null,
    explainedBy: coordinator.name,
    language: "English",
    interpreter: null,
    leafletVersion: "2",
    supportTypes: kinds.map(({ supportType }) => supportType),
    organisationIds: [...new Set([...parts, coordinator.organisationId])],
    toldOfSharing: "yes",
    toldOfWithdrawal: "yes",
    toldOfComplaints: "yes",
    method: "signed",
    witness: null,
  };
}
