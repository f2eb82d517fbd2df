export const snapshotKinds = {
  quarter: "End of a quarter",
  approval: "As approved",
} as const;
export type SnapshotKind = keyof typeof snapshotKinds;
