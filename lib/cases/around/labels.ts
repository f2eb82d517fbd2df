export const circles = {
  family: "Family",
  school: "School or college",
  professional: "Professionals",
  other: "Others who matter",
} as const;
export type Circle = keyof typeof circles;

/** Who somebody is to the person. They are not whom the case is about. */
export const relations = {
  mother: "Mother",
  father: "Father",
  carer: "Carer or guardian",
  sibling: "Brother or sister",
  partner: "Partner",
  child: "Child",
  other_family: "Another relative",
  teacher: "Teacher or tutor",
  safeguarding_lead: "Safeguarding lead",
  health_worker: "Health worker",
  social_worker: "Social worker",
  youth_worker: "Youth worker or mentor",
  police_officer: "Police officer",
  other_professional: "Another professional",
  friend: "Friend",
  community: "Somebody from the community",
  other: "Somebody else",
} as const;
export type Relation = keyof typeof relations;

export const safetyLabels = {
  yes: "Yes",
  with_care: "Yes, with care",
  no: "No, do not contact them",
  not_known: "Not known yet",
} as const;
export type Safety = keyof typeof safetyLabels;

export const knowsLabels = {
  knows: "They know of the referral",
  does_not_know: "They do not know of the referral",
  not_known: "It is not known whether they know",
} as const;
export type Knows = keyof typeof knowsLabels;

export const stayLabels = {
  yes: "Yes, keep them on the case",
  no: "No, remove them and what is kept of them",
} as const;
