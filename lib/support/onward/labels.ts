/** Whether another service has taken the person on. */
export const onwardStates = {
  waiting: "Waiting for an answer",
  accepted: "Accepted",
  not_accepted: "Not accepted",
} as const;
export type OnwardState = keyof typeof onwardStates;

export const onwardStages = {
  exit: "When support ended",
  review: "At a review",
} as const;
export type OnwardStage = keyof typeof onwardStages;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  onward_accepted: "That the service has taken the person on has been recorded",
  onward_not_accepted: "That the service has not taken the person on has been recorded",
  onward_chased: "That the service was asked again has been recorded",
} as const;
