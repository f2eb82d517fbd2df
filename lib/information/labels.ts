/** Fact, allegation and opinion are kept apart (IS-09). */
export const itemKindLabels = {
  fact: "Fact",
  third_party_allegation: "What somebody else says",
  professional_opinion: "Professional opinion",
} as const;
export type ItemKind = keyof typeof itemKindLabels;

export const reliabilityLabels = {
  reliable: "Reliable",
  mostly_reliable: "Mostly reliable",
  not_known: "Not known",
  unreliable: "Unreliable",
} as const;
export type Reliability = keyof typeof reliabilityLabels;

export const corroborationLabels = {
  corroborated: "Supported by another source",
  uncorroborated: "Not supported by another source",
  disproved: "Found to be untrue",
} as const;
export type Corroboration = keyof typeof corroborationLabels;

export const audienceLabels = {
  all_partners: "Every partner working on the case",
  panel_members: "Panel members",
  named_organisations: "Only the organisations I name",
  chair_and_coordinator: "The chair and the case coordinator",
} as const;
export type Audience = keyof typeof audienceLabels;

/** One set for each kind of processing (domain 7.3). */
export const lawfulBasisLabels = {
  council_statutory: "Council's public task: Article 6(1)(e), 9(2)(g), Schedule 1 paragraph 6",
  council_unlawful_acts: "Council's public task: Article 6(1)(e), 9(2)(g), Schedule 1 paragraph 10",
  council_health_or_care: "Council's legal duty and public task: Article 6(1)(c) and (e), 9(2)(h)",
  safeguarding: "Safeguarding somebody at risk: Article 6(1)(e), 9(2)(g), Schedule 1 paragraph 18",
  health_partner: "Health partner: Article 6(1)(e), 9(2)(h) and (g)",
  law_enforcement: "Police: Data Protection Act 2018 Part 3, section 35 and Schedule 8",
  recognised_legitimate_interest: "Recognised legitimate interest: safeguarding",
  equality_monitoring: "Equality monitoring: Article 6(1)(e), 9(2)(g), Schedule 1 paragraph 8",
  public_task: "Public task with no special category data: Article 6(1)(e)",
} as const;
export type LawfulBasis = keyof typeof lawfulBasisLabels;

export const answerLabels = {
  answered: "Everything that was asked",
  part: "Some of what was asked",
  nil: "We hold nothing",
  declined: "We have decided not to share",
} as const;
export type Answer = keyof typeof answerLabels;

/** What is stored; lateness follows from the date. */
export const requestStateLabels = {
  asked: "Asked",
  answered: "Answered",
  part: "Answered in part",
  nil: "Nothing held",
  declined: "Declined",
  cancelled: "Cancelled",
} as const;
export type RequestState = keyof typeof requestStateLabels;

export const requestCellLabels = {
  ...requestStateLabels,
  not_asked: "Not asked",
  late: "Late",
} as const;
export type RequestCell = keyof typeof requestCellLabels;

/** A starting text for requests: nobody is asked by it. */
export const templateStatuses = {
  draft: "Draft",
  in_use: "In use",
  retired: "Retired",
} as const;
export type TemplateStatus = keyof typeof templateStatuses;
