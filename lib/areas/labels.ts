/** What the yearly prioritisation says of an area (8.10). */
export const priorityLabels = {
  priority: "A priority area",
  not_priority: "Not a priority area",
  unknown: "Not known",
} as const;
export type PriorityStatus = keyof typeof priorityLabels;

export const postKinds = {
  executive_lead: "Executive lead",
  prevent_lead: "Prevent lead",
  team: "Team",
} as const;
export type PostKind = keyof typeof postKinds;

export const areaDoneLabels = {
  priority_recorded: "The status has been recorded",
  post_added: "The lead or team has been added",
  post_ended: "The lead or team has been ended",
  contact_changed: "The work contact has been changed",
} as const;
