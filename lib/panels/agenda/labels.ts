/** The standing items of every meeting, in the order in which they are taken (6.4). */
export const agendaHeadings = {
  apologies: "Apologies and confidentiality statement",
  conflicts: "Conflicts of interest",
  action_log: "Minutes and action log",
  deconfliction: "Deconfliction update",
  new_case: "New cases",
  monthly_review: "Adopted cases for monthly review",
  consent: "Consent position",
  review: "Six and twelve-month reviews",
  closure: "Closures",
  transfer: "Transfers",
  rights: "Rights requests, complaints and incidents",
  learning: "Learning",
  data_quality: "Data quality",
} as const;
export type AgendaHeading = keyof typeof agendaHeadings;

/**
 * Decided (IS-18): a time counts only what its reader may see. A time that counted what they may not would
 * leave a gap, and the gap would tell of a case. So two readers may have two times, and everybody is told so.
 */
export const timesNote =
  "Times count the cases on your own agenda, so somebody else’s may differ. The chair calls each case.";

/** Why a case is due before a meeting. */
export const dueReasons = {
  waits: "Waits for the panel's first decision",
  deferred: "Put off before, and comes back",
  adopted: "In support, so reviewed at every meeting",
  consent_open: "Consent is not settled",
  review: "The review is due by this meeting",
  exit_assessed: "The exit assessment is complete, so support may end",
  transfer_decided: "The panel decided to transfer it",
  actions_late: "Actions that the panel asked for are late",
} as const;
export type DueReason = keyof typeof dueReasons;

export const directions = { up: "Up", down: "Down" } as const;
export type Direction = keyof typeof directions;
