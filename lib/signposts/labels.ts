/** Which kind of service somebody is told of when a concern is not a Prevent matter (domain 3.5). */
export const signpostTargets = {
  childrens_social_care: "Children's social care",
  adult_social_care: "Adult social care",
  early_help: "Early help",
  mental_health: "Mental health service",
  send_education: "Special educational needs or education",
  housing: "Housing",
  employment: "Employment",
  substance_misuse: "Drug and alcohol service",
  youth_service: "Youth service",
  vcs: "Voluntary or community group",
  none: "No other service",
} as const;
export type SignpostTarget = keyof typeof signpostTargets;

export const signpostAnswerLabels = {
  accepted: "The service has agreed to help",
  waiting: "The service has been asked and has not answered yet",
  declined_by_service: "The service cannot help",
  declined_by_person: "The person or family does not want it",
  not_needed: "No other help is needed",
} as const;
export type SignpostAnswer = keyof typeof signpostAnswerLabels;

/** Whether another service has taken the person on. */
export const onwardStates = {
  waiting: "Waiting for an answer",
  accepted: "Accepted",
  not_accepted: "Not accepted",
  no_answer: "No answer",
} as const;
export type OnwardState = keyof typeof onwardStates;

/** When somebody was referred on to another service. */
export const onwardStages = {
  gateway: "When the gateway closed the referral",
  section_36: "With the section 36 decision",
  panel: "When the panel did not adopt the case",
  exit: "When support ended",
  review: "At a review",
} as const;
export type OnwardStage = keyof typeof onwardStages;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  onward_accepted: "That the service has taken the person on has been recorded",
  onward_not_accepted: "That the service has not taken the person on has been recorded",
  onward_no_answer: "That the service did not answer has been recorded",
  onward_chased: "That the service was asked again has been recorded",
} as const;
