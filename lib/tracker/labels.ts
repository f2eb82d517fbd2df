export const kindLabels = {
  support: "Support",
  panel: "Panel",
  plan: "Partnership plan",
  governance: "Governance",
} as const;
export type ActionKind = keyof typeof kindLabels;

export const statusLabels = {
  not_started: "Not started",
  in_progress: "In progress",
  done: "Done",
  cancelled: "Cancelled",
} as const;
export type ActionStatus = keyof typeof statusLabels;

/** The ways into the tracker. */
export const tabLabels = {
  mine: "Mine",
  organisation: "My organisation’s",
  overdue: "Overdue",
  all: "All",
} as const;
export type TrackerTab = keyof typeof tabLabels;

export const stateLabels = {
  open: "Still to do",
  finished: "Done or cancelled",
  every: "All",
} as const;
export type TrackerState = keyof typeof stateLabels;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  action_updated: "The action has been updated",
  action_extended: "The due date has been extended",
} as const;
