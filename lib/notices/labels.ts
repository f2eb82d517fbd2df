/** What a notice says. A reference and a link go with it, and nothing else (IS-23). */
export const noticeLabels = {
  referral_received: "A referral has been received",
  referral_thanks: "Your referral has been received",
  referral_added_to: "A referrer has added to a referral",
  referral_withdrawn: "A referrer has withdrawn a referral",
  referral_outcome: "There is news of your referral",
  case_assigned: "A case has been given to you",
  case_paused: "A case stands still until the day on its pages",
  case_resumed: "A case goes on after standing still",
  request_asked: "Your organisation has been asked for information",
  request_answered: "A request for information has been answered",
  request_chased: "A request for information is still waiting",
  assessment_complete: "An assessment is waiting for a second reader",
  section_36_waiting: "A case is ready for the section 36 decision",
  section_36_decided: "A section 36 decision has been made",
  meeting_called: "You are invited to a panel meeting",
  case_listed: "A case is on the agenda of a panel meeting",
  decision_recorded: "The panel has decided",
  consent_changed: "The consent position has changed",
  action_given: "An action has been given to you",
  review_due: "A review is due",
  new_concern: "A review found a new concern, which needs a section 36 decision",
  action_red: "A plan action is red",
  action_stale: "A plan action has had no update for 45 days",
} as const;

export type NoticeKind = keyof typeof noticeLabels;
