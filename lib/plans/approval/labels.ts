export const planDecisionLabels = {
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  returned: "Returned, to be put again",
} as const;
export type PlanDecision = keyof typeof planDecisionLabels;

export const approvalDoneLabels = {
  plan_submitted: "The plan has been put to the group",
  plan_decided: "What the group decided has been recorded",
  version_started: "The next version has been started as a draft",
} as const;
