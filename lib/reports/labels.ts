export const templateLabels = {
  board: "Report to a board or cabinet",
  quarter: "The quarter's report to the steering group",
  scrutiny: "Briefing for scrutiny",
} as const;
export type Template = keyof typeof templateLabels;

/** BR-06 */
export const purposeLabels = {
  information: "For information",
  decision: "For decision",
  consultation: "For consultation",
} as const;
export type Purpose = keyof typeof purposeLabels;

export const reportStatuses = {
  draft: "Draft",
  in_approval: "Waits for approval",
  published: "Published",
} as const;
export type ReportStatus = keyof typeof reportStatuses;

/** What a report says (domain 8.11). */
export const textLabels = {
  summary: "Summary",
  recommendation: "Recommendation",
  reasons: "Reasons for the recommendation",
  exceptions: "What needs the group’s attention",
  standing: "How the plan stands",
  measures: "Measures: target and actual",
  changes: "What has changed since the last quarter",
  supporting: "Supporting information",
  options: "Other options considered",
  duty: "The Prevent duty",
  profile: "The local picture",
  approach: "Our approach",
  risk_assessment: "Risk assessment",
  equality_assessment: "Equality impact assessment",
  community_strategy: "Community strategy implications",
  consultation: "Consultation, including ward councillors",
  wards: "Wards affected",
  background: "Background papers",
  appendices: "Appendices",
} as const;

/** What each report says something to, or says that there is none (BR-01). */
export const implicationLabels = {
  financial: "Financial and value for money",
  legal: "Legal",
  personnel: "Personnel",
  it: "IT",
  equalities: "Equalities",
  health_and_safety: "Health and safety",
  environment: "Environmental sustainability",
  property: "Property and assets",
  risk_and_safeguarding: "Risk management and safeguarding",
  corporate: "Corporate objectives",
} as const;

export const sectionLabels = { ...textLabels, ...implicationLabels } as const;
export type Section = keyof typeof sectionLabels;

export const isImplication = (code: string): boolean => Object.hasOwn(implicationLabels, code);

const implications = Object.keys(implicationLabels) as Section[];
const ofCouncils: readonly Section[] = [
  ...(["risk_assessment", "equality_assessment", "community_strategy"] as const),
  ...(["consultation", "wards", "background", "appendices"] as const),
];

/** The parts of each template, in the order in which they are printed. */
export const templateSections: Record<Template, readonly Section[]> = {
  board: [
    ...(["summary", "recommendation", "reasons", "supporting", "options"] as const),
    ...implications,
    ...ofCouncils,
  ],
  quarter: [
    ...(["summary", "recommendation", "reasons", "exceptions", "standing"] as const),
    ...(["measures", "changes", "supporting", "options"] as const),
    ...implications,
    ...ofCouncils,
  ],
  scrutiny: ["summary", "duty", "profile", "approach", "standing", ...implications, ...ofCouncils],
};

/** Local Government Act 1972, Schedule 12A, Part 1 as it is in England (BR-03). */
export const exemptParagraphs = {
  "1": "1: information relating to any individual",
  "2": "2: information which is likely to reveal the identity of an individual",
  "3": "3: financial or business affairs of any particular person",
  "4": "4: consultations or negotiations on labour relations",
  "5": "5: legal professional privilege",
  "6": "6: notices, orders and directions",
  "7": "7: prevention, investigation or prosecution of crime",
} as const;

export const approverRoles = {
  legal: "Legal",
  finance: "Finance",
  hr: "Human resources",
  property: "Estates and property",
  service_director: "Service director",
  other: "Other",
} as const;
export type ApproverRole = keyof typeof approverRoles;

export const partLabels = {
  full: "Whole report",
  public: "Public copy",
} as const;
export type Part = keyof typeof partLabels;

/** Figures a text may ask for. Each is a count of the plan or the register, or suppressed (BR-04). */
export const figureLabels = {
  "plan.total": "Prevent actions of the plan",
  "plan.green": "Actions that are green",
  "plan.amber": "Actions that are amber",
  "plan.red": "Actions that are red",
  "plan.blue": "Actions that are blue",
  "plan.grey": "Actions that have not started",
  "plan.stale": "Actions without an update for 45 days",
  "plan.slipped": "Actions due later than was first said",
  "measures.met": "Measures that meet their target",
  "measures.not_met": "Measures that do not meet their target",
  "measures.no_figure": "Measures without a figure",
  "risks.open": "Risks that are open",
  "risks.high": "Risks that are high or very high after controls",
  "risks.no_evidence": "Statements of no evidence above the national background",
  "threat.level": "National threat level",
  "casework.period": "The last period with figures of casework",
  "casework.referrals": "Referrals in that period",
  "casework.discussed": "Of these, discussed at the panel",
  "casework.adopted": "Of these, taken on for support",
} as const;
export type Figure = keyof typeof figureLabels;

/** What has just been done, as the page says it afterwards. */
export const reportDoneLabels = {
  report_added: "The report has been started",
  details_saved: "The details have been saved",
  section_saved: "The section has been saved",
  section_changed: "The section has been saved. What was approved before no longer counts",
  approver_named: "The officer has been named",
  approver_ended: "That approval is no longer needed",
  sent: "The report has been frozen as a version and sent for approval",
  approved: "The approval has been recorded",
  published: "The report has been published, and stays as it is",
} as const;
