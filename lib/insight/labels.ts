import type { ClosureCode } from "@/lib/cases/labels";

/** What the dashboard counts. The first three are the pipeline, in order. */
export const measureLabels = {
  referrals: "Referrals",
  discussed: "Discussed at panel",
  adopted: "Adopted by Channel",
  closed: "Closed",
} as const;
export type Measure = keyof typeof measureLabels;

export const dimensionLabels = {
  sector: "Sector of referral",
  age_band: "Age",
  gender: "Gender",
  concern: "Type of concern",
  closure_reason: "Reason for closing",
} as const;
export type Dimension = keyof typeof dimensionLabels;

export const periodLabels = {
  quarter: "Quarter",
  year: "Year to 31 March",
} as const;
export type Period = keyof typeof periodLabels;

/**
 * What each measure is broken down by. A breakdown of two stages of the pipeline by one dimension
 * could be subtracted, so each dimension belongs to one measure.
 */
export const dimensionsOf = {
  referrals: ["sector", "age_band", "gender", "concern"],
  discussed: [],
  adopted: [],
  closed: ["closure_reason"],
} as const satisfies Record<Measure, readonly Dimension[]>;

/** Where a national figure was read, and whether in the source itself. A later edition may revise an earlier one; both are kept. */
export const editions = {
  2016: { title: "Home Office statistics, year to March 2016", isPrimary: false },
  2018: { title: "Home Office statistics, year to March 2018", isPrimary: false },
  2019: {
    title: "Home Office statistics, year to March 2019, as first published",
    isPrimary: false,
  },
  2020: { title: "Home Office statistics, year to March 2020", isPrimary: true },
  2021: { title: "Home Office statistics, year to March 2021", isPrimary: true },
  2022: { title: "Home Office statistics, year to March 2022", isPrimary: true },
  2023: { title: "Home Office statistics, year to March 2023", isPrimary: true },
  2024: { title: "Home Office statistics, year to March 2024", isPrimary: true },
  2025: { title: "Home Office statistics, year to March 2025, as reported", isPrimary: false },
  reported_2023: {
    title: "Home Office statistics, year to March 2023, as reported",
    isPrimary: false,
  },
  reported_2024: {
    title: "Home Office statistics, year to March 2024, as reported",
    isPrimary: false,
  },
  statement_2025: { title: "Written ministerial statement, November 2025", isPrimary: true },
} as const;
export type Edition = keyof typeof editions;

export const nationalLabels = {
  referrals: "Referrals",
  discussed: "Discussed at panel",
  adopted: "Adopted by Channel",
  education: "Referred by education",
  police: "Referred by police",
  local_authority: "Referred by local authorities",
  male: "Male",
  under_18: "Under 18",
  "10_and_under": "10 and under",
  "11_15": "11 to 15",
  "16_17": "16 and 17",
  "14_and_under": "14 and under",
  "15_20": "15 to 20",
  "20_and_under": "20 and under",
  extreme_right_wing: "Extreme right-wing",
  islamist: "Islamist extremism",
  no_ideology: "No ideology group",
  any_condition: "At least one mental health or neurodiversity condition",
  no_condition: "No condition recorded",
  autism: "Autism",
} as const;
export type NationalMeasure = keyof typeof nationalLabels;

export type NationalFigure = readonly [
  yearTo: number,
  measure: NationalMeasure,
  count: number | null,
  /** As published, or null where no percentage was. */
  percent: number | null,
  /** What the percentage is of, where that is not every referral of the year. */
  of: number | null,
  edition: Edition,
];

/** England and Wales, years to 31 March (domain 9.2). Counts from 2025 on are of a new system. */
export const nationalFigures: readonly NationalFigure[] = [
  [2016, "referrals", 7631, null, null, 2016],
  [2016, "discussed", 1072, 14, null, 2016],
  [2016, "adopted", 381, 5, null, 2016],
  [2016, "education", 2539, 33, null, 2016],
  [2016, "police", 2377, 31, null, 2016],
  [2018, "referrals", 7318, null, null, 2018],
  [2019, "referrals", 5738, null, null, 2019],
  [2019, "adopted", 561, null, null, 2019],
  [2019, "referrals", 5737, null, null, 2020],
  [2019, "discussed", 1328, null, null, 2020],
  [2019, "adopted", 556, null, null, 2020],
  [2020, "referrals", 6287, null, null, 2020],
  [2020, "discussed", 1424, null, null, 2020],
  [2020, "adopted", 697, null, null, 2020],
  [2020, "education", 1928, 31, null, 2020],
  [2020, "police", 1950, 31, null, 2020],
  [2020, "male", 5514, 88, null, 2020],
  [2020, "20_and_under", 3423, 54, null, 2020],
  [2021, "referrals", 4915, null, null, 2021],
  [2021, "discussed", 1333, null, null, 2021],
  [2021, "adopted", 688, null, null, 2021],
  [2021, "education", 1221, 25, null, 2021],
  [2021, "police", 1770, 36, null, 2021],
  [2021, "male", 4316, 88, 4913, 2021],
  [2021, "15_20", 1398, 29, 4883, 2021],
  [2022, "referrals", 6406, null, null, 2022],
  [2022, "discussed", null, 23, null, 2024],
  [2022, "adopted", null, 13, null, 2024],
  [2022, "education", 2305, 36, null, 2022],
  [2022, "police", 1808, 28, null, 2022],
  [2022, "male", 5725, 89, 6403, 2022],
  [2023, "referrals", 6817, null, null, 2023],
  [2023, "discussed", null, 16, null, 2023],
  [2023, "adopted", null, 9, null, 2023],
  [2023, "education", 2684, 39, null, 2023],
  [2023, "police", 1943, 29, null, 2023],
  [2023, "male", 6125, 90, 6801, 2023],
  [2023, "15_20", 2203, null, null, "reported_2023"],
  [2023, "14_and_under", 2119, null, null, "reported_2023"],
  [2023, "under_18", 3773, 55, null, "reported_2023"],
  [2024, "referrals", 6922, null, null, 2024],
  [2024, "discussed", 893, 13, null, 2024],
  [2024, "adopted", 512, 7, null, 2024],
  [2024, "education", 2788, 40, null, 2024],
  [2024, "police", 1921, 28, null, 2024],
  [2024, "under_18", 3918, 57, null, "reported_2024"],
  [2024, "10_and_under", 297, null, null, "reported_2024"],
  [2024, "11_15", 2729, null, null, "reported_2024"],
  [2024, "16_17", 892, null, null, "reported_2024"],
  [2024, "extreme_right_wing", null, 19, null, "reported_2024"],
  [2024, "islamist", null, 13, null, "reported_2024"],
  [2025, "referrals", 8778, null, null, "statement_2025"],
  [2025, "adopted", 1472, 17, null, 2025],
  [2025, "education", 3129, 36, null, 2025],
  [2025, "police", 2631, 30, null, 2025],
  [2025, "local_authority", 895, null, null, 2025],
  [2025, "under_18", 4715, null, null, 2025],
  [2025, "10_and_under", 345, 4, 8759, 2025],
  [2025, "11_15", 3192, 36, 8759, 2025],
  [2025, "16_17", 1178, 13, 8759, 2025],
  [2025, "no_ideology", 4917, 56, 8769, 2025],
  [2025, "extreme_right_wing", 1798, 21, 8769, 2025],
  [2025, "islamist", 870, 10, 8769, 2025],
  [2025, "any_condition", 2955, 34, null, 2025],
  [2025, "no_condition", 5823, 66, null, 2025],
  [2025, "autism", 1226, 14, null, 2025],
];

export const comparabilityWarning =
  "National figures are for England and Wales, and a person may be counted more than once. Figures to March 2025 come from a new system, so they do not compare exactly with earlier years.";

/**
 * Why referrals and cases end, in groups large enough to be shown (REP-03). Only the groups are
 * published: a reason and its group could be subtracted.
 */
export const closureGroupLabels = {
  other_help: "Another need, and other help",
  no_concern: "Mistaken, disproved or no concern",
  not_ours: "Another area or an open case",
  police: "Managed by police, prison or probation",
  declined: "Consent refused or withdrawn",
  support_done: "Support ended with less concern",
  lost: "Lost contact, moved or died",
} as const;
export type ClosureGroup = keyof typeof closureGroupLabels;

export const closureGroupOf: Record<ClosureCode, ClosureGroup> = {
  not_radicalisation_other_need: "other_help",
  no_concern: "no_concern",
  misguided: "no_concern",
  malicious: "no_concern",
  insufficient_information: "no_concern",
  already_open: "not_ours",
  out_of_area: "not_ours",
  police_investigation: "police",
  person_untraceable: "lost",
  deceased: "lost",
  not_adopted_no_risk: "no_concern",
  not_adopted_supported_elsewhere: "other_help",
  not_adopted_refer_health_social_care: "other_help",
  unsuitable_police_led: "police",
  consent_refused: "declined",
  exit_no_further_radicalisation_concern: "support_done",
  exit_risk_significantly_reduced: "support_done",
  consent_withdrawn: "declined",
  disengaged_no_contact: "lost",
  moved_area_transferred: "lost",
  arrested_or_charged: "police",
  prison_or_probation_management: "police",
  died: "lost",
};

/** Where consent stands on an adopted case, as it comes to stand there (C-12, REP-05). */
export const consentMoments = {
  sought: "Asked for",
  given: "Given",
  refused: "Refused",
  withdrawn: "Withdrawn",
  lapsed: "To be asked for again",
} as const;
export type ConsentMoment = keyof typeof consentMoments;

export const consentNote =
  "Consent to support, of adopted cases, counted in the quarter in which it was recorded. One case may be counted more than once: asked for, then given. Every count is shown in fives, so that nobody can be found by taking one from another.";

/** What is due or late today, counted apart so that nothing can be subtracted. */
export const dueLabels = {
  reviews_due: "Reviews due in the next 13 weeks",
  reviews_overdue: "Reviews overdue",
  clocks_overdue: "Other time limits overdue",
} as const;
export type Due = keyof typeof dueLabels;

export const suppressionNote =
  "A count below 5 is shown as “<5”, and so is nought. Where one count in a table is below 5, the largest is shown as a range, so that nothing can be worked out by subtraction. A year is added up from what its quarters show.";
export const provisionalNote =
  "Still being counted. Only these three totals are shown before a quarter is over, and every look at them is on the log.";
export const planNote = "Actions of the plan, not people, so every count is shown.";
