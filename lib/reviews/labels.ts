export const reviewKinds = {
  review_6m: "Six-month review",
  review_12m: "Twelve-month review",
} as const;
export type ReviewKind = keyof typeof reviewKinds;
