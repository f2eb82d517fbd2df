/** What there is to be learnt, by how it is given (8.7). */
export const courseKinds = {
  awareness: "E-learning: awareness",
  referrals: "E-learning: referrals",
  channel: "E-learning: Channel",
  refresher: "E-learning: refresher",
  wrap: "Workshop to raise awareness of Prevent (WRAP)",
  local_briefing: "Local briefing",
  members_seminar: "Seminar for councillors",
  specialist: "Specialist course",
} as const;
export type CourseKind = keyof typeof courseKinds;

/** The kinds of organisation in which a role group is found. */
export const organisationKinds = {
  council: "Councils",
  police: "Police",
  health: "Health",
  education: "Education",
  probation: "Probation",
  prison: "Prisons",
  youth_justice: "Youth justice",
  voluntary: "Voluntary sector",
  other: "Other organisations",
} as const;
export type OrganisationKind = keyof typeof organisationKinds;

export const audienceLabels = {
  staff: "Staff of partners",
  managers: "Managers",
  safeguarding_leads: "Safeguarding leads",
  councillors: "Councillors",
  panel: "Members of the Channel panel",
  mixed: "A mixed audience",
} as const;
export type Audience = keyof typeof audienceLabels;

export const sessionStates = {
  planned: "Planned",
  held: "Held",
  cancelled: "Cancelled",
} as const;
export type SessionState = keyof typeof sessionStates;

/** How what is declared stands to what is aimed at. Nothing declared is not nobody trained. */
export const standingLabels = {
  not_declared: "Not declared",
  nobody: "Nobody in scope",
  below: "Below the target",
  met: "At or above the target",
} as const;
export type Standing = keyof typeof standingLabels;

export const trainingDoneLabels = {
  group: "The role group has been saved",
  course: "The course has been saved",
  requirement: "The requirement has been saved",
  declared: "The figures have been declared. What was declared before stays in the history.",
  session: "The session has been saved",
  attendance: "The attendance has been recorded",
  material: "The material has been added",
  material_withdrawn: "The material has been taken back",
} as const;
