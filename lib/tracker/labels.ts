export const kindLabels = {
  support: "Support",
  panel: "Panel",
  plan: "Partnership plan",
} as const;
export type ActionKind = keyof typeof kindLabels;

export const statusLabels = {
  not_started: "Not started",
  in_progress: "In progress",
  done: "Done",
  cancelled: "Cancelled",
} as const;
export type ActionStatus = keyof typeof statusLabels;
