export const statusLabels = {
  draft: "Draft",
  consultation: "Out for consultation",
  approved: "Approved",
  superseded: "Superseded",
} as const;
export type PlanStatus = keyof typeof statusLabels;

export const eiaStatusLabels = {
  not_started: "Not started",
  in_progress: "In progress",
  complete: "Complete",
} as const;
export type EiaStatus = keyof typeof eiaStatusLabels;

/** Linked but separate: only Prevent work counts as Prevent (domain 0.3, 8.1). */
export const workstreamLabels = {
  prevent: "Prevent",
  cohesion: "Cohesion and integration",
  counter_extremism: "Counter-extremism",
  protect: "Protect",
  prepare: "Prepare",
} as const;
export type Workstream = keyof typeof workstreamLabels;

/** The four strands of the national strategy (domain 8.1), and what each is for (0.1). */
export const strandLabels = {
  prevent: "Prevent",
  pursue: "Pursue",
  protect: "Protect",
  prepare: "Prepare",
} as const;
export type Strand = keyof typeof strandLabels;

export const strandAims: Record<Strand, string> = {
  prevent: "Stop people becoming terrorists or supporting terrorism",
  pursue:
    "Stop attacks. The police and the security services lead it, so no plan of partners has actions for it.",
  protect: "Make places harder to attack",
  prepare: "Lessen what an attack does, and recover from it",
};

/** The strand that work of a workstream belongs to. Linked work belongs to none of the four (0.3). */
export const strandOf: Record<Workstream, Strand | null> = {
  prevent: "prevent",
  cohesion: null,
  counter_extremism: null,
  protect: "protect",
  prepare: "prepare",
};

export const ragLabels = {
  green: "Green: on track",
  amber: "Amber: may slip",
  red: "Red: missed, or will be",
  blue: "Blue: done, with evidence",
  grey: "Grey: not started",
} as const;
export type Rag = keyof typeof ragLabels;

export const priorityLabels = {
  high: "High",
  medium: "Medium",
  low: "Low",
} as const;
export type Priority = keyof typeof priorityLabels;

export const objectiveSchemeLabels = {
  prevent_2011: "Prevent objectives 2011 to 2023",
  prevent_2023: "Prevent objectives since 2023",
} as const;
export type ObjectiveScheme = keyof typeof objectiveSchemeLabels;

export const objectiveLabels = {
  ideology_2011: "Respond to the ideological challenge",
  people_2011: "Prevent people being drawn in, and give them support",
  institutions_2011: "Work with sectors and institutions",
  causes_2023: "Tackle the ideological causes",
  intervene_2023: "Intervene early to support people who are susceptible",
  disengage_2023: "Help people already engaged to disengage and rebuild their lives",
} as const;
export type Objective = keyof typeof objectiveLabels;

export const objectivesIn: Record<ObjectiveScheme, readonly Objective[]> = {
  prevent_2011: ["ideology_2011", "people_2011", "institutions_2011"],
  prevent_2023: ["causes_2023", "intervene_2023", "disengage_2023"],
};

/** Mandatory beside the words (4.4): saying that there is no evidence is an answer. */
export const evidenceBasisLabels = {
  local: "Local evidence asks for it",
  background: "No evidence above the national background",
} as const;
export type EvidenceBasis = keyof typeof evidenceBasisLabels;

/** What the duty asks of an authority: the guidance of 2015, and the guidance since 2023 (domain 8.1). */
export const dutyThemeLabels = {
  leadership_2015: "Leadership",
  partnership_2015: "Partnership",
  capabilities_2015: "Capabilities",
  leadership_2023: "Leadership and partnership",
  capabilities_2023: "Capabilities",
  environments_2023: "Reducing permissive environments",
} as const;
export type DutyTheme = keyof typeof dutyThemeLabels;

/** The guidance that stood beside each set of objectives. */
export const dutyThemesIn: Record<ObjectiveScheme, readonly DutyTheme[]> = {
  prevent_2011: ["leadership_2015", "partnership_2015", "capabilities_2015"],
  prevent_2023: ["leadership_2023", "capabilities_2023", "environments_2023"],
};

/** Which objectives of the other library an objective lives on in, or grew out of (0.2). */
export const crossWalk: Record<Objective, readonly Objective[]> = {
  ideology_2011: ["causes_2023"],
  people_2011: ["intervene_2023", "disengage_2023"],
  institutions_2011: ["causes_2023", "intervene_2023"],
  causes_2023: ["ideology_2011", "institutions_2011"],
  intervene_2023: ["people_2011", "institutions_2011"],
  disengage_2023: ["people_2011"],
};

/** The same for the themes of the duty. The last came in 2023 and grew out of none. */
export const dutyCrossWalk: Record<DutyTheme, readonly DutyTheme[]> = {
  leadership_2015: ["leadership_2023"],
  partnership_2015: ["leadership_2023"],
  capabilities_2015: ["capabilities_2023"],
  leadership_2023: ["leadership_2015", "partnership_2015"],
  capabilities_2023: ["capabilities_2015"],
  environments_2023: [],
};

/** The eight parts of the 2024 toolkit (domain 8.5). */
export const benchmarkLabels = {
  partnership_group: "Multi-agency partnership group",
  risk_assessment: "Local risk assessment",
  partnership_plan: "Partnership plan",
  referral_pathway: "Referral pathway",
  channel_panel: "Channel panel",
  training: "Training programme",
  permissive_environments: "Reducing permissive environments",
  communications: "Communications and engagement",
} as const;
export type Benchmark = keyof typeof benchmarkLabels;

export const themeTemplateLabels = {
  five_elements: "Five elements",
  toolkit_2024: "Eight parts of the 2024 toolkit",
} as const;
export type ThemeTemplate = keyof typeof themeTemplateLabels;

type TemplateTheme = { title: string; duty: Record<ObjectiveScheme, DutyTheme> };

const under = (before: "leadership" | "partnership" | "capabilities", now: DutyTheme) => ({
  prevent_2011: `${before}_2015` as const,
  prevent_2023: now,
});

/** What a new plan starts with, and what of the duty each theme answers to. The area may then change both. */
export const templateThemes: Record<ThemeTemplate, readonly TemplateTheme[]> = {
  five_elements: [
    { title: "Channel", duty: under("partnership", "leadership_2023") },
    { title: "Projects", duty: under("partnership", "environments_2023") },
    { title: "Engagement", duty: under("partnership", "leadership_2023") },
    {
      title: "Training and referral pathways",
      duty: under("capabilities", "capabilities_2023"),
    },
    { title: "Speakers and venues", duty: under("leadership", "environments_2023") },
  ],
  toolkit_2024: [
    {
      title: benchmarkLabels.partnership_group,
      duty: under("partnership", "leadership_2023"),
    },
    { title: benchmarkLabels.risk_assessment, duty: under("leadership", "leadership_2023") },
    { title: benchmarkLabels.partnership_plan, duty: under("partnership", "leadership_2023") },
    { title: benchmarkLabels.referral_pathway, duty: under("capabilities", "capabilities_2023") },
    { title: benchmarkLabels.channel_panel, duty: under("partnership", "leadership_2023") },
    { title: benchmarkLabels.training, duty: under("capabilities", "capabilities_2023") },
    {
      title: benchmarkLabels.permissive_environments,
      duty: under("leadership", "environments_2023"),
    },
    { title: benchmarkLabels.communications, duty: under("partnership", "leadership_2023") },
  ],
};

export const themesIn = (template: ThemeTemplate): string[] =>
  templateThemes[template].map(({ title }) => title);

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  plan_created: "The plan has been started as a draft",
  plan_moved: "The status of the plan has changed",
  theme_added: "The theme has been added",
  theme_edited: "The theme has been changed",
  action_added: "The action has been added",
  action_edited: "The action has been changed",
  action_updated: "Your update has been saved",
  action_extended: "The due date has been extended",
  actions_updated: "Your updates have been saved",
  milestone_added: "The milestone has been added",
  milestone_edited: "The milestone has been changed",
  waits_set: "What the action waits for has been saved",
  measure_added: "The measure has been added",
  measure_edited: "The measure has been changed",
  actual_recorded: "The figure has been recorded",
  evidence_added: "The evidence has been added",
  evidence_edited: "The evidence has been changed",
  quarter_closed: "The quarter has been closed",
} as const;
