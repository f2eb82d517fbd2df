/** Where words were found, and the part of the case in which they are read whole. */
export const textSources = {
  referral: "What the referral says",
  addendum: "Added to the referral",
  item: "Information",
  request: "A request for information",
  need: "Needs and views",
  section36: "Section 36 decision",
  panel: "Panel decision",
  plan: "Support plan",
  action: "An action",
  review: "A review",
  document: "The title of a document",
} as const;
export type TextSource = keyof typeof textSources;

export const sourceParts: Record<TextSource, string> = {
  referral: "",
  addendum: "",
  item: "/information",
  request: "/requests",
  need: "/needs",
  section36: "/section-36",
  panel: "/panel",
  plan: "/support",
  action: "/chronology",
  review: "/reviews",
  document: "/documents",
};

export const openLabels = { open: "Open cases", ended: "Cases that have ended" } as const;
export type OpenState = keyof typeof openLabels;
