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
