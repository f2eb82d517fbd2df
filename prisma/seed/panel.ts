import type { ClosureCode } from "@/lib/cases/labels";
import type { Day } from "@/lib/dates";
import { decide, type Listed, list, meetingAfter } from "./agenda";
import { close, keepUntilDisposal, move, type Opened } from "./casework";
import { seekConsent } from "./consent";
import { aClock } from "./referral";
import { column, played, type World } from "./world";

/** From the agenda to where the panel's decision leads (T10 to T14). */
export function goToPanel(world: World, opened: Opened, listedOn: Day): void {
  const { story, caseId } = opened;
  let startedOn = listedOn;
  let meeting = meetingAfter(world, listedOn);
  if (story.defersFirst && meeting?.isPast) {
    const next = meetingAfter(world, meeting.heldOn);
    const item = list(world, opened, meeting, "new_case");
    aClock(world, { caseId, kind: "panel_discussion", startedOn, stopsOn: meeting.heldOn });
    decide(world, opened, item, {
      outcome: "defer",
      informationGap: "The school's account of the last month",
      nextMeetingOn: next?.heldOn,
      chairOverride: false,
    });
    const chair = played(world, "chair");
    move(world, opened, "T10", "panel_decided", item.decidedAt, chair);
    move(world, opened, "T13", "panel_listed", item.decidedAt, chair);
    opened.row.defers = 1;
    startedOn = meeting.heldOn;
    meeting = next;
  }
  aClock(world, { caseId, kind: "panel_discussion", startedOn, stopsOn: meeting?.heldOn ?? null });
  if (!meeting) return;
  const item = list(world, opened, meeting, "new_case");
  if (meeting.isPast) settle(world, opened, item);
}

function settle(world: World, opened: Opened, item: Listed) {
  const { story } = opened;
  const { decidedAt, meeting } = item;
  const chair = played(world, "chair");
  move(world, opened, "T10", "panel_decided", decidedAt, chair);
  if (story.panel === "adopt") {
    decide(world, opened, item, { outcome: "adopt" });
    move(world, opened, "T11", "consent_pending", decidedAt, chair);
    opened.row.adoptedOn = column(meeting.heldOn);
    return seekConsent(world, opened, meeting);
  }
  if (story.panel === "police_led") {
    decide(world, opened, item, { outcome: "police_led" });
    move(world, opened, "T14", "police_led", decidedAt, chair);
    return close(opened, "unsuitable_police_led", decidedAt);
  }
  const code = world.chance.weighted<ClosureCode>({
    not_adopted_refer_health_social_care: 48,
    not_adopted_supported_elsewhere: 36,
    not_adopted_no_risk: 16,
  });
  decide(world, opened, item, {
    outcome: "not_adopt",
    closureCode: code,
    careAnswer: "already_supported",
    careArrangements: "Early help is visiting each week, and the doctor has made a referral.",
  });
  move(world, opened, "T12", "closed_not_prevent", decidedAt, chair);
  close(opened, code, decidedAt);
  keepUntilDisposal(world, opened, meeting.heldOn);
}
