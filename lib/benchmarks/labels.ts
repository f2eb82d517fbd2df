/** What an area, or an authority in it, can assess itself by. Each is data, in a file of its own. */
export const schemeLabels = {
  toolkit: "Prevent duty toolkit",
  duty: "Leadership, partnership and capabilities",
  channel_assurance: "Channel annual assurance statement",
  engagement: "Local communities and Prevent",
  ni35: "National Indicator 35",
} as const;
export type SchemeCode = keyof typeof schemeLabels;

/** What a new one may be begun from. NI35 is not: its first criterion singled out one faith (8.5). */
export const offeredSchemes = {
  toolkit: schemeLabels.toolkit,
  channel_assurance: schemeLabels.channel_assurance,
  engagement: schemeLabels.engagement,
} as const;

export const benchmarkStatuses = {
  draft: "Being answered",
  submitted: "Submitted",
} as const;
export type BenchmarkStatus = keyof typeof benchmarkStatuses;

export const evidenceKinds = {
  action: "An action of the plan",
  plan_evidence: "Evidence of an action",
  risk_review: "A review in the risk register",
  profile_edition: "An edition of the local profile",
  training_figure: "A figure of the training register",
  meeting: "A meeting of a body that oversees the plan",
  document: "A document or a meeting elsewhere, by its title, place and day",
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

export const verdictLabels = {
  agree: "We agree with the level",
  disagree: "We do not agree with the level",
} as const;
export type Verdict = keyof typeof verdictLabels;

/** The three parts of the duty that the tracker sets beside each other (1.2). */
export const dutyParts = {
  leadership: "Leadership",
  partnership: "Partnership",
  capabilities: "Capabilities",
} as const;
export type DutyPart = keyof typeof dutyParts;

export const gapOutcomes = {
  no_gap: "There is no gap: we do what it asks",
  gap: "There is a gap, and this is what will close it",
  not_applicable: "It does not apply to us",
} as const;
export type GapOutcome = keyof typeof gapOutcomes;

export const benchmarkDoneLabels = {
  started: "The self-assessment has been begun",
  saved: "The answer has been saved",
  evidence_added: "The evidence has been linked",
  evidence_ended: "The evidence is no longer linked",
  challenged: "Your view has been recorded",
  replied: "Your answer has been recorded",
  submitted: "The self-assessment has been submitted, and stays as it is",
  receipt: "The receipt has been recorded",
  action_added: "The action is in the plan, and linked",
  logged: "The entry has been added to the log",
  guidance_recorded: "The change has been recorded, and each authority has been asked",
  gap_answered: "The answer has been recorded",
} as const;
export type BenchmarkDone = keyof typeof benchmarkDoneLabels;

export type Criterion = {
  code: string;
  title: string;
  guidance: string;
  /** What would show it. */
  wanted: string;
  part?: DutyPart;
};

/**
 * A framework as data. What has been used is never edited: a change of a word is a new version, and the one before
 * ends the day before it comes into force.
 */
export type Scheme = {
  code: SchemeCode;
  version: string;
  title: string;
  about: string;
  from: string;
  to?: string;
  /** Each level with its words, lowest first. */
  levels: Readonly<Record<number, string>>;
  /** What stands for all its criteria: the mean of their levels, or nothing. */
  joint: "mean" | "none";
  criteria: readonly Criterion[];
};
