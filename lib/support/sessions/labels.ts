export const sessionStates = {
  planned: "Planned",
  held: "Held",
  missed: "Missed",
  called_off: "Called off",
} as const;
export type SessionState = keyof typeof sessionStates;

export const missedReasons = {
  did_not_come: "The person did not come",
  person_called_off: "The person called it off",
  provider_called_off: "The mentor called it off",
  other: "Another reason",
} as const;
export type MissedReason = keyof typeof missedReasons;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  planned: "The session has been planned",
  held: "The session has been recorded",
  missed: "That the session was missed has been recorded",
  raised: "The coordinator and the chair have been told of the concern",
  answered: "The answer has been recorded, and the mentor has been told",
  reported: "The end report has been sent",
} as const;
