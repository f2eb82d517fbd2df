/** The national threat level from terrorism, lowest first, and what it means. */
export const threatLevels = {
  low: "Low",
  moderate: "Moderate",
  substantial: "Substantial",
  severe: "Severe",
  critical: "Critical",
} as const;
export type ThreatLevel = keyof typeof threatLevels;

export const threatMeanings: Record<ThreatLevel, string> = {
  low: "an attack is highly unlikely",
  moderate: "an attack is possible, but not likely",
  substantial: "an attack is likely",
  severe: "an attack is highly likely",
  critical: "an attack is highly likely in the near future",
};

export const threatDoneLabels = { level_set: "The change has been written down" } as const;
