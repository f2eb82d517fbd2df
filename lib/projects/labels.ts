/** The road of a project (domain 8.10), the Leicester path with its ways off. */
export const projectStatuses = {
  idea: "Idea",
  outline: "Outline with the steering group",
  bid: "Bid made",
  approved: "Approved",
  refused: "Refused by the funder",
  delivery: "Being delivered",
  evaluation: "Being evaluated",
  closed: "Closed, with its lessons",
  withdrawn: "Withdrawn",
} as const;
export type ProjectStatus = keyof typeof projectStatuses;

/** What can be done next, as its button says it. */
export const stepLabels = {
  outline: "Put the outline to the steering group",
  answer: "Record the steering group’s answer",
  bid: "Record the bid",
  decision: "Record the funder’s decision",
  delivery: "Start delivery",
  evaluation: "Start the evaluation",
  close: "Close it with its lessons",
  withdraw: "Withdraw this project",
} as const;
export type Step = keyof typeof stepLabels;

export const answerLabels = {
  supported: "The group supports it",
  changes: "The group asks for changes",
  not_supported: "The group does not support it",
} as const;
export type Answer = keyof typeof answerLabels;

export const decisionLabels = { approved: "Approved", refused: "Refused" } as const;
export type Decision = keyof typeof decisionLabels;

/** Why this group: from the profile, from the risk register, or for everybody. */
export const basisLabels = {
  recommendation: "A recommendation of the local profile",
  risk: "A risk of the register",
  general: "No group in particular: it is general",
} as const;
export type Basis = keyof typeof basisLabels;

export const checkKinds = {
  governance: "Governance and registration",
  safeguarding: "Safeguarding",
  finance: "Finance and insurance",
  conduct: "Public statements and conduct",
} as const;
export type CheckKind = keyof typeof checkKinds;

export const checkResults = {
  passed: "Passed",
  conditions: "Passed with conditions",
  failed: "Not passed",
} as const;
export type CheckResult = keyof typeof checkResults;

export const measureTypes = { output: "Output", outcome: "Outcome" } as const;
export type MeasureType = keyof typeof measureTypes;

/** People are not among them: they are counted by the returns. */
export const measureUnits = {
  sessions: "Sessions",
  products: "Products",
  organisations: "Organisations",
  percent: "Per cent",
} as const;
export type MeasureUnit = keyof typeof measureUnits;

/** How it stood at the end of the period for those who took part. Each is counted once. */
export const participantOutcomes = {
  completed: "Took part to the end",
  continuing: "Still taking part",
  left: "Left before the end",
  helped_on: "Told of other help",
} as const;
export type ParticipantOutcome = keyof typeof participantOutcomes;

/** What has just been done, as the page says it afterwards. */
export const projectDoneLabels = {
  project_added: "The project has been added as an idea",
  project_edited: "The project has been changed",
  project_moved: "The step has been recorded",
  project_withdrawn: "The project has been withdrawn",
  project_linked: "The action has been linked",
  project_unlinked: "The action is no longer linked",
  measure_added: "The measure has been added",
  measure_recorded: "What was reached has been recorded",
  return_recorded: "The return has been recorded",
  return_corrected: "The return has been corrected. What it said before is kept with it.",
  provider_edited: "The details have been changed",
  provider_added: "The provider has been added. Record its checks next.",
  check_recorded: "The check has been recorded",
} as const;
