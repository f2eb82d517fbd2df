export const frameworkStatuses = {
  draft: "Draft",
  published: "In use",
  retired: "Not used any more",
} as const;
export type FrameworkStatus = keyof typeof frameworkStatuses;
