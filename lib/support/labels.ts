export const supportTypes = {
  mentoring: "Mentoring on ideology or faith",
  education: "Education and careers",
  employment: "Employment",
  mental_health: "Mental health",
  housing: "Housing",
  substance_misuse: "Drugs and alcohol",
  family_support: "Family support",
  sport_youth_work: "Sport and youth work",
  life_skills: "Life skills",
  other: "Other support",
} as const;
export type SupportType = keyof typeof supportTypes;

export const fundingSources = {
  home_office: "Home Office",
  mainstream: "The service's own budget",
  council: "Council",
  no_cost: "No cost",
} as const;
export type FundingSource = keyof typeof fundingSources;

/** The health and social care question, asked when support is not offered or ends (section 36(6)). */
export const careAnswers = {
  referral_made: "A referral has been or will be made",
  already_supported: "Already supported by health or social care",
  considered_not_needed: "Considered, and not needed",
} as const;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  plan: "The support plan has been saved",
  need: "The need has been added. It is in the next version of the plan",
  need_ended: "The need has been taken out of the next version of the plan",
  action: "The action has been added to the plan",
  provider: "The mentor has been given this case",
  contact: "The contact has been recorded",
  handed: "The form has been handed over. The coordinator and the chair have been told",
} as const;
