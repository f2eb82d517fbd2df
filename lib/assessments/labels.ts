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

export type Framework = {
  id: string;
  name: string;
  version: string;
  effectiveFrom: string;
  sections: readonly { code: string; name: string }[];
  factors: readonly { code: string; section: string; name: string }[];
};

/** Frameworks are data (AF-01). An area loads its authorised questions into the blank one. */
export const frameworks = {
  legacy_22: {
    id: "legacy_22",
    name: "Vulnerability assessment, 22 factors (older cases)",
    version: "2012",
    effectiveFrom: "2012-10-01",
    sections: [
      { code: "engagement", name: "Engagement" },
      { code: "intent", name: "Intent" },
      { code: "capability", name: "Capability" },
    ],
    factors: [
      { code: "e01", section: "engagement", name: "Feelings of grievance and injustice" },
      { code: "e02", section: "engagement", name: "Feeling under threat" },
      { code: "e03", section: "engagement", name: "A need for identity, meaning and belonging" },
      { code: "e04", section: "engagement", name: "A desire for status" },
      { code: "e05", section: "engagement", name: "A desire for excitement and adventure" },
      { code: "e06", section: "engagement", name: "A need to dominate and control others" },
      { code: "e07", section: "engagement", name: "Susceptibility to indoctrination" },
      { code: "e08", section: "engagement", name: "A desire for political or moral change" },
      { code: "e09", section: "engagement", name: "Opportunistic involvement" },
      { code: "e10", section: "engagement", name: "Family or friends involved in extremism" },
      { code: "e11", section: "engagement", name: "Being at a transitional time of life" },
      { code: "e12", section: "engagement", name: "Being influenced or controlled by a group" },
      { code: "e13", section: "engagement", name: "Relevant mental health needs" },
      { code: "i01", section: "intent", name: "Over-identification with a group or ideology" },
      { code: "i02", section: "intent", name: "Them-and-us thinking" },
      { code: "i03", section: "intent", name: "Dehumanising the perceived enemy" },
      { code: "i04", section: "intent", name: "Attitudes that justify offending" },
      { code: "i05", section: "intent", name: "Harmful means to an end" },
      { code: "i06", section: "intent", name: "Harmful objectives" },
      { code: "c01", section: "capability", name: "Individual knowledge, skills and competencies" },
      { code: "c02", section: "capability", name: "Access to networks, funding or equipment" },
      { code: "c03", section: "capability", name: "Criminal capability" },
    ],
  },
  blank: {
    id: "blank",
    name: "Professional judgement, with the area's own questions",
    version: "1",
    effectiveFrom: "2024-09-01",
    sections: [
      { code: "susceptibility", name: "Susceptibility" },
      { code: "risk", name: "Concern" },
      { code: "needs", name: "Needs" },
      { code: "protective", name: "Protective factors" },
    ],
    factors: [],
  },
} as const satisfies Record<string, Framework>;
export type FrameworkId = keyof typeof frameworks;
