/** What the person needs, what protects them, and who sees it how: each kept apart (AF-05). */
export const needKinds = {
  need: "A need",
  protective: "Something that protects the person",
  person_view: "What the person says",
  family_view: "What the family says",
  professional_view: "What professionals think",
} as const;
export type NeedKind = keyof typeof needKinds;

/** The headings under which they stand, in this order. */
export const needHeadings = {
  need: "Needs",
  protective: "What protects the person",
  person_view: "What the person says",
  family_view: "What the family says",
  professional_view: "What professionals think",
} as const satisfies Record<NeedKind, string>;

/** Whether it is right still. What is not stays in the file, and says so. */
export const standingLabels = {
  yes: "Yes, it still stands",
  no: "No, it does not stand any more",
} as const;

/** A need says nothing of a risk (AF-08). */
export const needLabels = {
  physical_health: "Physical health",
  mental_health: "Mental health",
  neurodiversity: "Neurodiversity",
  send: "Special educational needs",
  disability: "Disability",
  bullying: "Bullying",
  trauma: "Trauma",
  exploitation: "Exploitation",
  substance_use: "Drug or alcohol use",
} as const;
export type Need = keyof typeof needLabels;

export const needCertaintyLabels = {
  known: "Known",
  suspected: "Suspected",
} as const;
export type NeedCertainty = keyof typeof needCertaintyLabels;
