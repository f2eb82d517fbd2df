import type { ClosureCode } from "@/lib/cases/labels";
import { addDays, addMonths, addWorkingDays, type Day } from "@/lib/dates";
import { decide, list } from "./agenda";
import { assess, close, move, type Opened } from "./casework";
import { aClock } from "./referral";
import { panelReasons } from "./words";
import { at, column, during, type PanelDay, played, type World } from "./world";

/** T20: the panel agrees that support can end, and both reviews are set from that day (TL-09). */
export function exit(world: World, opened: Opened, meeting: PanelDay, lastReviewed: Day): void {
  const { chance, areaId, rows } = world;
  const { caseId } = opened;
  const exitAssessmentId = assess(world, opened, addWorkingDays(meeting.heldOn, -3), "exit");
  const code = chance.weighted<ClosureCode>({
    exit_no_further_radicalisation_concern: 52,
    exit_risk_significantly_reduced: 33,
    disengaged_no_contact: 9,
    prison_or_probation_management: 4,
    arrested_or_charged: 2,
  });
  const item = list(world, opened, meeting, "closure");
  decide(world, opened, item, {
    outcome: "exit",
    closureCode: code,
    exitAssessmentId,
    onwardReferral: "yes",
    onwardTo: "The youth service",
    careAnswer: "considered_not_needed",
    careArrangements: "The doctor is in touch, and nothing more is needed now.",
  });
  aClock(world, { caseId, kind: "case_review", startedOn: lastReviewed, stopsOn: meeting.heldOn });
  move(world, opened, "T20", "exited", item.decidedAt, played(world, "chair"));
  close(opened, code, item.decidedAt);
  opened.row.exitedOn = column(meeting.heldOn);
  for (const [kind, months] of [
    ["review_6m", 6],
    ["review_12m", 12],
  ] as const) {
    const dueOn = addMonths(meeting.heldOn, months);
    rows.review.push({ id: chance.id(item.decidedAt), caseId, areaId, kind, dueOn: column(dueOn) });
  }
  holdReviews(world, opened, meeting.heldOn);
}

/** T21 to T24. A review that nobody held stays open, and stays late. */
function holdReviews(world: World, opened: Opened, exitedOn: Day): void {
  const { today } = world;
  const { story, caseId } = opened;
  const sixOn = addDays(addMonths(exitedOn, 6), story.reviewLate);
  const isLongAgo = sixOn < addDays(today, -90);
  const isSixHeld = sixOn <= today && (isLongAgo || !story.isReviewForgotten);
  aClock(world, {
    caseId,
    kind: "review_6m",
    startedOn: exitedOn,
    stopsOn: isSixHeld ? sixOn : null,
  });
  const twelveOn = addDays(addMonths(exitedOn, 12), story.reviewLate);
  const isTwelveHeld = isSixHeld && twelveOn <= today;
  const stopsOn = isTwelveHeld ? twelveOn : null;
  aClock(world, { caseId, kind: "review_12m", startedOn: exitedOn, stopsOn });

  const opensOn = addMonths(exitedOn, 5);
  if (opensOn > today) return;
  move(world, opened, "T21", "review_6m", at(opensOn, 6), null);
  if (!isSixHeld) return;
  holdReview(world, opened, "review_6m", sixOn);
  move(world, opened, "T22", "review_12m", during(world, sixOn), played(world, "chair"));
  if (!isTwelveHeld) return;
  holdReview(world, opened, "review_12m", twelveOn);
  move(world, opened, "T24", "retention", during(world, twelveOn), played(world, "chair"));
}

function holdReview(world: World, { caseId }: Opened, kind: string, heldOn: Day): void {
  const review = world.rows.review.find((one) => one.caseId === caseId && one.kind === kind);
  if (!review) return;
  Object.assign(review, {
    heldOn: column(heldOn),
    outcome: "no_concern",
    summary: panelReasons.review_ok,
    heldByHatId: played(world, "chair").hatId,
  });
}
