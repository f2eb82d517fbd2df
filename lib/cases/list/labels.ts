import { caseStatuses } from "@/lib/cases/labels";

const {
  draft: _draft,
  submitted: _submitted,
  gateway: _gateway,
  erased: _erased,
  ...ofACase
} = caseStatuses;

/** The stages that a case on a list can be at. */
export const stageLabels = ofACase;
export type Stage = keyof typeof stageLabels;

export const dueLabels = {
  overdue: "Overdue",
  soon: "Due in the next 7 days",
} as const;
export type Due = keyof typeof dueLabels;

export const sortLabels = {
  opened: "Opened",
  due: "Next date",
  reference: "Reference",
} as const;
export type Sort = keyof typeof sortLabels;
