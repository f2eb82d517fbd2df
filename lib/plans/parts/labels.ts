export const milestoneStates = {
  waiting: "Not met yet",
  met: "Met",
  dropped: "Dropped",
} as const;
export type MilestoneState = keyof typeof milestoneStates;

export const measureTypeLabels = {
  input: "Input",
  output: "Output",
  outcome: "Outcome",
  quality: "Quality",
} as const;
export type MeasureType = keyof typeof measureTypeLabels;

export const betterLabels = {
  higher: "A higher figure is better",
  lower: "A lower figure is better",
} as const;
export type Better = keyof typeof betterLabels;

/** How the latest figure stands to what was aimed at. */
export const standingLabels = {
  met: "Target met",
  not_met: "Target not met",
  no_figure: "No figure yet",
} as const;
export type Standing = keyof typeof standingLabels;
