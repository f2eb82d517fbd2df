export const editionKinds = {
  annual: "Yearly profile",
  refresh: "Quarterly refresh",
} as const;
export type EditionKind = keyof typeof editionKinds;

export const editionStatuses = {
  current: "Current",
  superseded: "Superseded",
} as const;
export type EditionStatus = keyof typeof editionStatuses;

/** How a recommendation stands (CT-02). */
export const recommendationStates = {
  open: "No action yet",
  in_plan: "In the plan",
  declined: "Not taken up",
} as const;
export type RecommendationState = keyof typeof recommendationStates;

/** What has just been done, as the page says it afterwards. */
export const profileDoneLabels = {
  edition_added: "The edition has been recorded. Review the access list before anybody is briefed.",
  summary_written: "The summary has been saved. It is yours alone until it is cleared.",
  summary_cleared: "It has been recorded that the summary was cleared",
  briefing_logged: "The briefing has been logged",
  access_added: "The post has been added to the access list",
  access_reviewed: "The review of the access list has been recorded",
  recommendation_added: "The recommendation has been added",
  recommendation_planned: "The action has been added to the plan, and linked",
  recommendation_linked: "The action has been linked",
  recommendation_unlinked: "The action is no longer linked",
  recommendation_declined: "It has been recorded why the recommendation is not taken up",
} as const;
