export const factorAnswers = {
  present: "Present",
  partly: "Partly present",
  not_present: "Not present",
  unknown: "Not known",
} as const;
export type FactorAnswer = keyof typeof factorAnswers;

export const confidences = {
  low: "Low",
  medium: "Medium",
  high: "High",
} as const;
export type Confidence = keyof typeof confidences;

export const assessmentStatuses = {
  draft: "Being written",
  complete: "Waiting for a second reader",
  countersigned: "Countersigned",
} as const;
export type AssessmentStatus = keyof typeof assessmentStatuses;

export const assessmentPurposes = {
  first: "First assessment",
  refresh: "Three-month refresh",
  significant_change: "Significant change",
  exit: "Leaving support",
} as const;
export type AssessmentPurpose = keyof typeof assessmentPurposes;

/** Every assessment says these, whatever its framework asks (AF-05). */
export const mandatoryBlocks = {
  protectiveFactors: "What protects the person",
  alternativeExplanations: "Other explanations",
  viewOfPersonAndFamily: "What the person and family say",
  whatChanged: "What has changed since the last assessment",
  planAndProportionality: "Proposed plan, and why it is proportionate",
} as const;
export type MandatoryBlock = keyof typeof mandatoryBlocks;

/** What an assessment asks. It is kept in rows by each area, and never changes once it was published (AF-01). */
export type Framework = {
  code: string;
  name: string;
  version: string;
  sections: readonly { code: string; name: string; guidance: string | null }[];
  factors: readonly Factor[];
};

export type Factor = {
  code: string;
  section: string;
  name: string;
  guidance: string | null;
  /** What has to be there to say so, in words. */
  evidence: string | null;
  partlyNeedsEvidence: boolean;
  /** A need, which asks for health to be involved, and is never a sign of risk (AF-08). */
  isHealth: boolean;
};
