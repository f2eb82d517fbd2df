export const statusLabels = {
  noticed: "Noticed",
  checking: "Being checked",
  shared: "Shared with the gateway",
  closed: "Closed",
} as const;
export type ConcernStatus = keyof typeof statusLabels;

/** Each answer needs the same amount of writing. */
export const outcomeLabels = {
  share: "Share it with the gateway",
  close: "Close it",
} as const;
export type ConcernOutcome = keyof typeof outcomeLabels;

export const closeReasonLabels = {
  explained: "There is another explanation",
  other_help: "Another service is helping",
  mistaken: "It did not happen, or it was misunderstood",
  already_shared: "It has already been shared",
} as const;
export type CloseReason = keyof typeof closeReasonLabels;

/** What has just been done, said on the page that follows. */
export const doneLabels = {
  noticed: "Concern recorded",
  checked: "Check recorded",
  closed: "Concern closed",
} as const;

export const isDone = (code: unknown): code is keyof typeof doneLabels =>
  typeof code === "string" && Object.hasOwn(doneLabels, code);
