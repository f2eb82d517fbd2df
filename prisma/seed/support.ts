import { addDays, addMonths, addWorkingDays, type Day } from "@/lib/dates";
import { list, meetingAfter, reviewMonthly } from "./agenda";
import { assess, close, keepConsent, keepUntilDisposal, move, type Opened } from "./casework";
import { exit } from "./ending";
import { aClock } from "./referral";
import { at, column, columnOrNull, during, played, type World } from "./world";

type Begun = { adoptedOn: Day; startedOn: Day };

/** The mentor is named, actions begin, and the panel reviews it monthly until it ends. */
export function startSupport(world: World, opened: Opened, { adoptedOn, startedOn }: Begun) {
  const { today, rows, areaId } = world;
  const { story, caseId } = opened;
  const provider = played(world, world.chance.is(0.8) ? "provider" : "s.brook");
  rows.caseWorker.push({
    caseId,
    areaId,
    hatId: provider.hatId,
    capacity: "provider",
    assignedAt: during(world, startedOn),
    assignedByHatId: opened.coordinator.hatId,
  });
  const wished = addMonths(startedOn, story.monthsOfSupport);
  const ending = story.support === "stays" ? undefined : meetingAfter(world, wished, 0);
  const isEnding = ending?.isPast === true;
  const endsOn = isEnding ? ending.heldOn : null;
  mentor(world, opened, { startedOn, endsOn });
  supportActions(world, opened, { startedOn, endsOn });
  refreshAssessments(world, opened, { startedOn, endsOn });

  const last = reviewMonthly(world, opened, adoptedOn, endsOn ?? today);
  if (isEnding && story.support === "exit") return exit(world, opened, ending, last);
  aClock(world, { caseId, kind: "case_review", startedOn: last, stopsOn: endsOn });
  if (isEnding) return withdraw(world, opened, ending.heldOn);
  const coming = world.meetings.at(-1);
  if (coming && !coming.isPast && coming.items < 9) list(world, opened, coming, "monthly_review");
}

type Run = { startedOn: Day; endsOn: Day | null };

/** TL-10: a first contact within ten working days, and never three weeks of silence. */
function mentor(world: World, { caseId }: Opened, { startedOn, endsOn }: Run): void {
  const { chance, today } = world;
  const contactOn = addWorkingDays(startedOn, chance.pick([3, 5, 6, 8, 9, 11]));
  aClock(world, { caseId, kind: "provider_contact", startedOn, stopsOn: contactOn });
  if (endsOn || contactOn > today) return;
  const lastHeardOn = addDays(today, -chance.pick([2, 4, 6, 9, 13, 17, 25]));
  const isSince = lastHeardOn > contactOn;
  aClock(world, {
    caseId,
    kind: "provider_silence",
    startedOn: isSince ? lastHeardOn : contactOn,
    stopsOn: null,
  });
}

export const kinds = [
  {
    supportType: "mentoring",
    title: "Weekly sessions with a mentor on identity and belonging",
    by: "provider",
    funding: "home_office",
    measure: "Sessions kept, and questions asked of what is seen online",
    lasts: 84,
  },
  {
    supportType: "education",
    title: "A place on the bridging course, with a named tutor",
    by: "n.ferncombe",
    funding: "mainstream",
    measure: "Attendance above 85% for a term",
    lasts: 70,
  },
  {
    supportType: "mental_health",
    title: "Six sessions on sleep and stress",
    by: "panel.health",
    funding: "mainstream",
    measure: "The person says that they sleep through most nights",
    lasts: 56,
  },
  {
    supportType: "sport_youth_work",
    title: "Introduce the person to the Tuesday climbing group",
    by: "provider",
    funding: "no_cost",
    measure: "Goes four times without being reminded",
    lasts: 42,
  },
  {
    supportType: "family_support",
    title: "Meet the family every fortnight",
    by: "coordinator",
    funding: "council",
    measure: "The family knows whom to call and has done so",
    lasts: 98,
  },
];

function supportActions(world: World, opened: Opened, { startedOn, endsOn }: Run): void {
  const { rows, chance, areaId, today } = world;
  const chosen = [kinds[0], ...chance.some(kinds.slice(1), chance.between(2, 3))];
  for (const [index, kind] of chosen.entries()) {
    if (!kind) continue;
    const owner = played(world, kind.by);
    const startsOn = addDays(startedOn, 3 + index * 4);
    const dueOn = addDays(startsOn, kind.lasts);
    const isLongAgo = dueOn < addDays(today, -40);
    const isDone = dueOn < (endsOn ?? today) && (isLongAgo || chance.is(0.8));
    const isBegun = startsOn <= today;
    const open = isBegun ? "in_progress" : "not_started";
    const left = endsOn ? "cancelled" : open;
    const addedAt = at(startedOn, 16, index);
    rows.action.push({
      id: chance.id(addedAt),
      areaId,
      kind: "support",
      caseId: opened.caseId,
      title: kind.title,
      supportType: kind.supportType,
      funding: kind.funding,
      measure: kind.measure,
      ownerOrganisationId: owner.organisationId,
      ownerHatId: owner.hatId,
      startsOn: column(startsOn),
      dueOn: column(dueOn),
      firstDueOn: column(dueOn),
      status: isDone ? "done" : left,
      doneOn: columnOrNull(isDone ? addDays(dueOn, -chance.between(0, 6)) : null),
      note: isDone ? "Done as planned, and the person says that it helped." : null,
      addedByHatId: opened.coordinator.hatId,
      addedAt,
    });
  }
}

/** TL-07: an open case is assessed again every three months. */
function refreshAssessments(world: World, opened: Opened, { startedOn, endsOn }: Run): void {
  const { chance, today } = world;
  const { caseId } = opened;
  let since = startedOn;
  for (;;) {
    const isSkipped = chance.is(0.12);
    const refreshedOn = addDays(addMonths(since, 3), chance.pick([-9, -6, -3, -1, 0, 4]));
    const isPast = refreshedOn <= (endsOn ?? today) && !isSkipped;
    const stopsOn = isPast ? refreshedOn : endsOn;
    const kind = "assessment_refresh";
    aClock(world, { caseId, kind, startedOn: since, stopsOn, isCancelled: !isPast });
    if (!isPast) return;
    assess(world, opened, refreshedOn, "refresh");
    since = refreshedOn;
  }
}

/** C-07 and T19: it ends at once, and the panel looks at what is left. */
function withdraw(world: World, opened: Opened, heldOn: Day): void {
  const withdrawnOn = addDays(heldOn, -6);
  const details = { authority: opened.isChild ? "parent" : "self" };
  keepConsent(world, opened, { number: 4, state: "withdrawn", on: withdrawnOn, details });
  const closedAt = at(heldOn, 15, 30);
  move(world, opened, "T19", "closed_declined", closedAt, played(world, "chair"));
  close(opened, "consent_withdrawn", closedAt);
  keepUntilDisposal(world, opened, heldOn);
}
