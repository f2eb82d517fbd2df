export const seats = {
  chair: "Chair",
  deputy_chair: "Deputy chair",
  police: "Police",
  resident_police: "Police for where the person lives",
  childrens_social_care: "Children's social care",
  adult_social_care: "Adult social care",
  education: "Education",
  health: "Health",
  probation: "Probation",
  prison: "Prison",
  youth_justice: "Youth justice",
  housing: "Housing",
  community_safety: "Community safety",
  voluntary: "Voluntary or community group",
  other: "Another organisation",
} as const;
export type Seat = keyof typeof seats;

export const outcomeLabels = {
  adopt: "Offer support through Channel",
  not_adopt: "Do not offer support through Channel",
  defer: "Defer for more information",
  continue: "Continue the support",
  revise_plan: "Revise the support plan",
  pause: "Pause the case",
  exit: "End the support",
  police_led: "Hand over to the police",
  transfer: "Transfer to another area",
  review_ok: "Review done, no concern",
  new_s36: "New concern, ask for a new section 36 decision",
  discussed_only: "Discussed for information only",
} as const;
export type Outcome = keyof typeof outcomeLabels;

/** What has to be so before support runs beside an overt police investigation (domain 3.3). */
export const besideInvestigation = {
  personTold: "The person has been told of the investigation",
  actionTaken: "Executive action has been taken, or there has been an arrest",
  riskAgreed: "The panel, with the investigating officer, agrees that the risk can be managed",
} as const;

export const meetingStatuses = {
  planned: "Planned",
  in_progress: "In progress",
  closed: "Closed",
  cancelled: "Cancelled",
} as const;
export type MeetingStatus = keyof typeof meetingStatuses;

export const itemKinds = {
  new_case: "New case",
  monthly_review: "Monthly review",
  consent: "Consent position",
  review_6m: "Six-month review",
  review_12m: "Twelve-month review",
  closure: "Closure",
  transfer: "Transfer",
  action_log: "Action log",
} as const;
export type ItemKind = keyof typeof itemKinds;

/** Who tells the person what the panel decided, or why nobody does yet (TR-02). */
export const tellers = {
  coordinator: "Channel coordinator",
  chair: "Panel chair",
  agency: "An organisation that knows the person",
  provider: "The mentor",
  nobody_yet: "Nobody yet",
} as const;
export type Teller = keyof typeof tellers;

export const votes = {
  agreed: "Everyone agreed",
  majority: "Most agreed",
  chair_decided: "No majority, so the chair decided",
} as const;
export type Vote = keyof typeof votes;

/** How far the panel has come with an item while it sits. */
export const progressLabels = {
  to_come: "To come",
  now: "At the table now",
  left: "Put aside",
  decided: "Done",
} as const;
export type Progress = keyof typeof progressLabels;

/** How an action of the panel stands (M-04). */
export const actionRags = {
  red: "Red: overdue",
  amber: "Amber: due within a week",
  green: "Green: on time",
  done: "Done",
} as const;
export type ActionRag = keyof typeof actionRags;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  called: "The meeting has been called and its members have been told",
  series: "The meetings have been called and their members have been told",
  changed: "The meeting has been changed and its members have been told",
  cancelled: "The meeting has been cancelled and its members have been told",
  members_invited: "They have been invited and told",
  started: "The meeting has started",
  closed: "The meeting has been closed",
  attendance: "Attendance has been recorded",
  item_added: "The case is on the agenda",
  items_added: "The agenda has been filled",
  left_off: "The case is left off this meeting",
  taken_off: "The item has been taken off the agenda",
  deputy_named: "The deputy has been named",
  deputy_ended: "They are a deputy no more",
  paper_attached: "The paper has been attached",
  paper_withdrawn: "The paper has been taken away",
  arranged: "The order of the agenda has been changed",
  invited: "They have been invited to this item",
  withdrawn: "Their invitation has been withdrawn",
  conflict: "The conflict of interest has been recorded",
  decided: "The decision has been recorded",
  begun: "The panel has begun this item",
  deputy: "The deputy is at the table",
  deputy_invited: "The deputy has been invited and told",
  action_added: "The action has been added",
} as const;
