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

export const themeTemplateLabels = {
  five_elements: "Five elements",
  toolkit_2024: "Eight parts of the 2024 toolkit",
} as const;
export type ThemeTemplate = keyof typeof themeTemplateLabels;

/** What a new plan starts with; the area may then rename, add or remove. */
export const themesIn: Record<ThemeTemplate, readonly string[]> = {
  five_elements: [
    "Channel",
    "Projects",
    "Engagement",
    "Training and referral pathways",
    "Speakers and venues",
  ],
  toolkit_2024: [
    "Multi-agency partnership group",
    "Local risk assessment",
    "Partnership plan",
    "Referral pathway",
    "Channel panel",
    "Training programme",
    "Reducing permissive environments",
    "Communications and engagement",
  ],
};

export const measureTypeLabels = {
  input: "Input",
  output: "Output",
  outcome: "Outcome",
  quality: "Quality",
} as const;
export type MeasureType = keyof typeof measureTypeLabels;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  plan_created: "The plan has been started as a draft",
  plan_moved: "The status of the plan has changed",
  plan_assessed: "The equality impact assessment has been recorded",
  theme_added: "The theme has been added",
  action_added: "The action has been added",
  action_edited: "The action has been changed",
  action_updated: "Your update has been saved",
  action_extended: "The due date has been extended",
} as const;
