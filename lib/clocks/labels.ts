/** The time limits of the process (domain 3.4) and the days that rows set for themselves, by what has to happen. */
export const clockKinds = {
  acknowledge_referral: "Acknowledge the referral",
  gateway_assessment: "Gateway assessment",
  s36_decision: "Gather information and make the section 36 decision",
  panel_discussion: "Discuss at the panel",
  panel_meeting: "Hold a panel meeting",
  sign_minutes: "Sign the minutes of a meeting",
  case_review: "Review the open case",
  assessment_refresh: "Refresh the assessment",
  consent_sought: "Ask for consent",
  after_refusal: "Decide what follows a refusal or withdrawal",
  reassessment: "Further assessment after a refusal or withdrawal",
  review_6m: "Six-month review",
  review_12m: "Twelve-month review",
  provider_contact: "First contact by the mentor",
  provider_silence: "Contact with the mentor",
  information_request: "Answer a request for information",
  case_action: "Action on a case",
  plan_action: "Action of the plan",
  board_action: "Action of a body that oversees the plan",
  pause_review: "Look again at a pause",
  risk_review: "Review a risk of the register",
  profile_refresh: "Refresh the counter-terrorism local profile",
  project_return: "Monitoring return of a project",
  funding_claim: "Claim on a funding line",
  due_diligence: "Due diligence of a provider",
  onward_answer: "Hear from a service the person was sent to",
} as const;
export type ClockKind = keyof typeof clockKinds;

export const clockUnits = {
  working_days: "working days",
  days: "days",
  months: "months",
} as const;
export type ClockUnit = keyof typeof clockUnits;

/** How pressing a clock is, most pressing first. */
export const urgencies = {
  overdue: "Overdue",
  due_today: "Due today",
  due_soon: "Due soon",
  on_time: "On time",
} as const;
export type Urgency = keyof typeof urgencies;

/** What the engine says of a clock, and to whom, in order. Each is said once. */
export const clockSteps = {
  reminder: "Reminder",
  overdue: "Overdue",
  to_coordinator: "To the coordinator",
  to_chair: "To the chair or steering group",
  to_director: "To the council's director",
} as const;
export type ClockStep = keyof typeof clockSteps;
