export const paperKinds = {
  assessment: "Assessment",
  support_plan: "Support plan",
  document: "Document",
} as const;
export type PaperKind = keyof typeof paperKinds;
