/** What the dashboard counts. The first three are the pipeline, in order. */
export const measureLabels = {
  referrals: "Referrals",
  discussed: "Discussed at panel",
  adopted: "Adopted by Channel",
  closed: "Closed",
} as const;
export type Measure = keyof typeof measureLabels;

export const dimensionLabels = {
  sector: "Sector of referral",
  age_band: "Age",
  gender: "Gender",
  concern: "Type of concern",
  closure_reason: "Reason for closing",
} as const;
export type Dimension = keyof typeof dimensionLabels;

export const periodLabels = {
  quarter: "Quarter",
  year: "Year to 31 March",
} as const;
export type Period = keyof typeof periodLabels;
