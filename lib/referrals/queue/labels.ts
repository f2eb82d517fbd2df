/** What the council's list shows: no more than how far a referral is (IS-16). */
export const councilQueueLabels = {
  waiting: "Waiting for the gateway",
  taken_forward: "Taken forward",
  closed: "Closed",
} as const;

/** What the gateway's list shows: what waits, unless something else is asked for. */
export const queueLabels = {
  ...councilQueueLabels,
  case_ended: "The case has ended",
  closed_not_prevent: "Closed: not a Prevent concern",
  police_led: "Managed by police",
  withdrawn: "Withdrawn by the referrer",
} as const;
export type QueueStatus = keyof typeof queueLabels;

export const lateLabels = { overdue: "Overdue" } as const;
export type Late = keyof typeof lateLabels;
