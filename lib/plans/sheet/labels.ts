/** What a column of a spreadsheet can be, by the heading that an export gives it. */
export const fieldLabels = {
  reference: "Reference",
  text: "Action",
  theme: "Theme",
  objective: "National objective",
  workstream: "Workstream",
  owner: "Lead organisation",
  ownerRole: "Post of the owner",
  contributors: "Contributing organisations",
  startDay: "Start date",
  dueDay: "Due date",
  priority: "Priority",
  rag: "How it stands",
  percent: "Percentage done",
  reason: "Reason",
  recoveryPlan: "Recovery plan",
  evidence: "Evidence that it is done",
  evidenceBasis: "Local evidence",
  proportionality: "Proportionality",
  cohesionImpact: "Effect on cohesion",
  benchmarks: "Parts of the toolkit",
  forAreas: "For areas",
} as const;
export type Field = keyof typeof fieldLabels;

export const fields = Object.keys(fieldLabels) as Field[];

/** Without a column for each of these a row says nothing. */
export const neededFields = ["reference", "text", "owner", "dueDay"] as const;

/** What the plan asks of every action and few spreadsheets have: where a row is silent, one answer serves for all. */
export const fallbackFields = [
  "theme",
  "objective",
  "workstream",
  "priority",
  "ownerRole",
  "evidenceBasis",
  "proportionality",
  "cohesionImpact",
] as const;
export type FallbackField = (typeof fallbackFields)[number];

/** The headings that people give them, besides our own. */
export const headingWords: Record<Field, readonly string[]> = {
  reference: ["ref", "ref no", "reference number", "no", "number", "id", "action no", "action ref"],
  text: ["what", "what we will do", "description", "task", "activity", "action description"],
  theme: ["element", "area of work", "workstrand", "strand", "priority area", "section"],
  objective: ["objective", "prevent objective", "objectives"],
  workstream: ["work stream", "type of work"],
  owner: [
    "owner",
    "lead",
    "lead agency",
    "lead partner",
    "organisation",
    "agency",
    "who",
    "led by",
  ],
  ownerRole: ["lead officer", "responsible officer", "owner role", "post", "role", "officer"],
  contributors: ["partners", "supporting partners", "support", "contributors", "supported by"],
  startDay: ["start", "starts", "from", "begin", "start by"],
  dueDay: ["due", "deadline", "by when", "target date", "end date", "timescale", "when", "end"],
  priority: ["importance"],
  rag: ["rag", "rag status", "rag rating", "status", "progress status"],
  percent: ["percent", "complete", "progress", "percent complete", "done", "percentage complete"],
  reason: ["comment", "comments", "update", "progress update", "notes", "commentary", "rag reason"],
  recoveryPlan: ["recovery", "mitigation", "how it will get back on track"],
  evidence: ["evidence", "evidence of completion", "outcome"],
  evidenceBasis: ["evidence basis", "local evidence of need", "basis"],
  proportionality: ["why proportionate", "why", "rationale", "justification"],
  cohesionImpact: ["cohesion", "cohesion impact", "impact on cohesion"],
  benchmarks: ["benchmark", "benchmarks", "toolkit", "toolkit parts"],
  forAreas: ["areas", "area", "district", "for area"],
};
