/** What a chronology is made of, each from a table of its own, by the heading it can be filtered by. */
export const historyGroups = {
  stages: "Stages and section 36",
  information: "Information",
  requests: "Requests and answers",
  needs: "Needs and views",
  assessment: "Assessments",
  panel: "Meetings and decisions",
  consent: "Consent",
  support: "Support",
  reviews: "Reviews",
  told: "What the person is told",
  files: "Documents",
  people: "People on the case",
} as const;
export type HistoryGroup = keyof typeof historyGroups;

/** Why a chronology is put on paper. A code, so that it can stand in the address and on the log. */
export const printReasons = {
  panel_papers: "Papers for a panel meeting",
  supervision: "Supervision or case review",
  rights_request: "A rights request by the person",
  court: "A court or tribunal has asked for it",
} as const;
export type PrintReason = keyof typeof printReasons;
