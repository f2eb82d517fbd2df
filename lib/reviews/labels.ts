export const reviewKinds = {
  review_6m: "Six-month review",
  review_12m: "Twelve-month review",
} as const;
export type ReviewKind = keyof typeof reviewKinds;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  reviewed: "The review has been recorded",
  opened:
    "The review has been recorded, and a new case waits for a section 36 decision. It is linked below",
} as const;
