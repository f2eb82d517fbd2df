export const statusLabels = {
  draft: "Draft",
  submitted: "Received",
  gateway: "With the gateway",
  taken_forward: "Taken forward",
  case_ended: "The case has ended",
  closed_not_prevent: "Closed: not a Prevent concern",
  police_led: "Managed by police",
  withdrawn: "Withdrawn by the referrer",
} as const;
export type ReferralStatus = keyof typeof statusLabels;

/** All that a referrer is told (IS-16). */
export const coarseStatusLabels = {
  received: "Received",
  being_assessed: "Being assessed",
  taken_forward: "Taken forward",
  closed_other_help: "Closed, with other help suggested",
  closed: "Closed",
} as const;
export type CoarseStatus = keyof typeof coarseStatusLabels;

export const priorityLabels = {
  urgent: "Today",
  soon: "Within two working days",
  standard: "Within five working days",
} as const;
export type Priority = keyof typeof priorityLabels;

/** Where the gateway can send a referral (T04 to T06). */
export const gatewayOutcomeLabels = {
  continue: "Take it forward and gather information",
  close: "Close it: not a Prevent concern",
  police_led: "Not suitable for Channel: police will manage it",
} as const;
export type GatewayOutcome = keyof typeof gatewayOutcomeLabels;

/** How much there is to go on (T06). */
export const evidenceLabels = {
  clear: "There is clear evidence of a concern",
  possible: "There is limited information, with a possible concern",
} as const;
export type Evidence = keyof typeof evidenceLabels;

export const linkAnswerLabels = {
  same: "The same person",
  not_same: "Not the same person",
} as const;
export type LinkAnswer = keyof typeof linkAnswerLabels;

export const section36Labels = {
  yes: "Yes, there are reasonable grounds to refer to the panel",
  no: "No, there are not",
} as const;

/** How a referral came, and what its author did. */
export const channelLabels = { form: "Sent by", telephone: "Taken by telephone by" } as const;
export type Channel = keyof typeof channelLabels;

export const yesNoLabels = { yes: "Yes", no: "No" } as const;

export const sectorLabels = {
  education: "Education",
  police: "Police",
  local_authority: "Local authority",
  health: "Health",
  prison: "Prison",
  probation: "Probation",
  community: "Community",
  friends_family: "Friends and family",
  other: "Other",
  not_known: "Not known",
} as const;
export type Sector = keyof typeof sectorLabels;

export const subSectorLabels = {
  early_years: "Early years",
  primary: "Primary school",
  secondary: "Secondary school",
  special: "Special school",
  further_education: "Further education",
  higher_education: "Higher education",
  alternative_provision: "Alternative provision",
  acute: "Acute hospital",
  community_health: "Community health",
  mental_health: "Mental health",
  primary_care: "Primary care",
  childrens_services: "Children's services",
  adult_services: "Adult services",
  housing: "Housing",
  youth: "Youth service",
  youth_justice: "Youth justice",
  community_safety: "Community safety",
} as const;
export type SubSector = keyof typeof subSectorLabels;

export const subSectorsOf: Partial<Record<Sector, readonly SubSector[]>> = {
  education: [
    "early_years",
    "primary",
    "secondary",
    "special",
    "further_education",
    "higher_education",
    "alternative_provision",
  ],
  health: ["acute", "community_health", "mental_health", "primary_care"],
  local_authority: [
    "childrens_services",
    "adult_services",
    "housing",
    "youth",
    "youth_justice",
    "community_safety",
  ],
};

export const concernLabels = {
  extreme_right_wing: "Extreme right-wing",
  islamist: "Islamist extremism",
  no_ideology: "No ideology identified",
  no_ideology_other: "No ideology: other susceptibility to radicalisation identified",
  extreme_violence: "Fascination with extreme violence or mass-casualty attacks",
  multiple_ideologies: "Several ideologies, none dominant",
  left_anarchist_single_issue: "Left-wing, anarchist or single issue",
  incel_misogyny: "Incel or misogyny",
  international: "International or other ideology",
  other: "Other",
  not_sure: "Not sure",
} as const;
export type Concern = keyof typeof concernLabels;

export const genderLabels = {
  female: "Female",
  male: "Male",
  other: "Other",
  not_known: "Not known",
} as const;
export type Gender = keyof typeof genderLabels;

export const howKnownLabels = {
  seen_or_heard: "I saw or heard it myself",
  told_by_person: "The person told me",
  told_by_other: "Somebody else told me",
  online: "I saw it online",
  document: "I read it in a document",
} as const;
export type HowKnown = keyof typeof howKnownLabels;

export const toldLabels = {
  yes: "Yes",
  no: "No",
  unsafe: "No, because it would not be safe",
} as const;
export type Told = keyof typeof toldLabels;

/** The only reasons for sharing without telling the person (IS-05). */
export const notToldReasonLabels = {
  increases_risk: "It would increase the risk to somebody",
  prejudices_investigation: "It would harm an investigation",
  risk_to_child: "It would put a child at risk",
  not_practicable: "It is not practicable",
} as const;
export type NotToldReason = keyof typeof notToldReasonLabels;

/** Goes to the equality table alone (IS-20). */
export const ethnicityLabels = {
  asian: "Asian or Asian British",
  black: "Black, Black British, Caribbean or African",
  mixed: "Mixed or multiple ethnic groups",
  white: "White",
  other: "Other ethnic group",
  not_recorded: "Not recorded",
} as const;

export const ageBandLabels = {
  "10_and_under": "10 and under",
  "11_15": "11 to 15",
  "16_17": "16 and 17",
  "18_20": "18 to 20",
  "21_25": "21 to 25",
  "26_30": "26 to 30",
  "31_40": "31 to 40",
  "41_50": "41 to 50",
  over_50: "Over 50",
  unknown: "Not known",
} as const;
export type AgeBand = keyof typeof ageBandLabels;
