/** What an entry of the register says: both are answers, and both are looked at again (domain 8.4). */
export const findingLabels = {
  risk: "A risk",
  no_evidence: "No evidence above the national background",
} as const;
export type Finding = keyof typeof findingLabels;

/** Each of these has to have an entry, so that none is left out of sight (domain 8.4). */
export const coveredIdeologyLabels = {
  islamist: "Islamist extremism",
  extreme_right_wing: "Extreme right-wing",
  left_anarchist_single_issue: "Left-wing, anarchist and single-issue extremism",
  incel_misogyny: "Incel and misogynist violence",
  mixed: "Mixed or unclear ideologies",
  international: "Extremism tied to a conflict or cause abroad",
  extreme_violence: "Fascination with extreme violence, without an ideology",
} as const;
export type CoveredIdeology = keyof typeof coveredIdeologyLabels;

export const ideologyLabels = {
  ...coveredIdeologyLabels,
  none: "Not about one ideology",
} as const;
export type Ideology = keyof typeof ideologyLabels;

export const sourceTypeLabels = {
  profile: "The counter-terrorism local profile, as its cleared summary says it",
  police: "An assessment that the police have shared",
  national: "A national assessment or published figures",
  partner_data: "Figures that partners hold",
  community: "What communities have said",
  research: "Published research",
  event: "An incident or event here",
} as const;
export type SourceType = keyof typeof sourceTypeLabels;

export const likelihoodLabels = {
  "1": "1: very unlikely",
  "2": "2: unlikely",
  "3": "3: possible",
  "4": "4: likely",
  "5": "5: very likely",
} as const;

export const impactLabels = {
  "1": "1: very small",
  "2": "2: small",
  "3": "3: moderate",
  "4": "4: serious",
  "5": "5: very serious",
} as const;
export type Score = keyof typeof likelihoodLabels;

/** Likelihood times impact, in words. */
export const bandLabels = {
  low: "Low",
  medium: "Medium",
  high: "High",
  very_high: "Very high",
} as const;
export type Band = keyof typeof bandLabels;

/** Before controls, and after them. */
export const stageLabels = {
  inherent: "Before controls (inherent)",
  residual: "After controls (residual)",
} as const;
export type Stage = keyof typeof stageLabels;

export const riskStatusLabels = {
  proposed: "Waits for the group to agree it",
  agreed: "Agreed",
  closed: "Closed",
} as const;
export type RiskStatus = keyof typeof riskStatusLabels;

export const reviewOutcomeLabels = {
  unchanged: "It stands as it is written",
  changes: "Its words or scores should change",
  close: "It should be closed",
} as const;
export type ReviewOutcome = keyof typeof reviewOutcomeLabels;

/** What has just been done, as the page says it afterwards. */
export const riskDoneLabels = {
  risk_added: "The entry has been added, and waits for the group to agree it",
  risk_edited: "The entry has been changed, and waits for the group to agree it",
  risk_scored: "The scores have been changed, and wait for the group to agree them",
  risk_reviewed: "Your review has been recorded",
  risk_agreed: "It has been recorded that the group agreed this entry",
  risk_closed: "The entry has been closed",
  risk_linked: "The action has been linked",
  risk_unlinked: "The action is no longer linked",
} as const;
