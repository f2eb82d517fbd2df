/** The bodies that oversee the plan (domain 8.3). */
export const bodyKinds = {
  gold: "Gold group",
  steering: "Steering group (Silver)",
  practitioner: "Practitioner group (Bronze)",
  community_safety: "Community safety partnership",
  scrutiny: "Scrutiny committee",
  cabinet_member: "Cabinet member",
  other: "Another body",
} as const;
export type BodyKind = keyof typeof bodyKinds;

/** What a body may do. */
export const powerLabels = {
  approve_plan: "Approve the plan",
  approve_strategy: "Approve the strategy",
  accept_risk: "Accept a risk",
  challenge: "Challenge how the plan goes",
  commission: "Commission work",
  escalate: "Escalate to the body above",
  update_actions: "Update actions",
  scrutinise: "Scrutinise",
  align: "Align the plan with other plans",
} as const;
export type Power = keyof typeof powerLabels;

export const frequencyLabels = {
  monthly: "Every month",
  two_monthly: "Every two months",
  quarterly: "Every quarter",
  half_yearly: "Twice a year",
  yearly: "Once a year",
  as_called: "When it is called",
} as const;
export type Frequency = keyof typeof frequencyLabels;

export const memberRoles = {
  chair: "Chair",
  member: "Member",
  adviser: "Adviser",
  secretary: "Secretary",
} as const;
export type MemberRole = keyof typeof memberRoles;

export const meetingStates = {
  planned: "Planned",
  held: "Held",
  cancelled: "Cancelled",
} as const;
export type MeetingState = keyof typeof meetingStates;

/** What an agenda is made of, in the order in which it is taken. */
export const governanceItemKinds = {
  minutes: "Minutes of the last meeting",
  matters_arising: "Matters arising",
  escalation: "Escalations",
  red_action: "Red actions",
  stale_action: "Actions without an update",
  risk_review: "Risks to look at again",
  report: "Reports",
  other: "Other items",
} as const;
export type GovernanceItemKind = keyof typeof governanceItemKinds;

/** What the co-ordinator may add by hand. */
export const addedItemKinds = {
  report: "A report",
  other: "Something else",
} as const;

export const decisionKinds = {
  noted: "Noted",
  agreed: "Agreed",
  approved: "Approved",
  referred: "Referred elsewhere",
  escalated: "Escalated",
  not_agreed: "Not agreed",
} as const;
export type DecisionKind = keyof typeof decisionKinds;

export const attendanceStates = {
  present: "Present",
  deputy: "Deputy came",
  apologies: "Apologies",
  absent: "Absent",
} as const;
export type AttendanceState = keyof typeof attendanceStates;

export const paperMarkings = {
  official: "OFFICIAL",
  official_sensitive: "OFFICIAL-SENSITIVE",
} as const;
export type PaperMarking = keyof typeof paperMarkings;

/** What a paper is. */
export const paperForms = {
  file: "A file",
  link: "A link to where it is kept",
  text: "A text that is written here",
} as const;

export const escalationStates = {
  open: "Waits for an answer",
  answered: "Answered",
  withdrawn: "Withdrawn",
} as const;
export type EscalationState = keyof typeof escalationStates;

/** What has just been done, as the page says it afterwards. */
export const governanceDoneLabels = {
  body_added: "The body has been added",
  body_edited: "The body has been changed",
  terms_added: "The terms of reference have been added",
  member_added: "The member has been added",
  member_edited: "The member has been changed",
  meetings_called: "The meetings have been called",
  meeting_changed: "The meeting has been changed",
  meeting_cancelled: "The meeting has been cancelled",
  agenda_filled: "What is due has been added to the agenda",
  item_added: "The item has been added",
  item_moved: "The agenda has been reordered",
  item_taken_off: "The item has been taken off",
  item_minuted: "The item has been written up",
  paper_added: "The paper has been added",
  paper_begun: "The paper has been added. Add its file.",
  paper_file_added: "The file has been added",
  paper_withdrawn: "The paper has been withdrawn",
  action_added: "The action has been added to the tracker",
  attendance_taken: "Attendance has been recorded",
  minutes_approved: "The minutes have been approved, and stay as they are",
  addendum_added: "The addendum has been added",
  escalation_raised: "The question has been escalated",
  escalation_answered: "The answer has been returned",
  escalation_withdrawn: "The escalation has been withdrawn",
  decision_published: "The decision is public",
  decision_unpublished: "The decision is no longer public",
} as const;
