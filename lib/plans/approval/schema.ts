import { z } from "zod";

import { aDay } from "@/lib/dates";
import { approvalDoneLabels } from "@/lib/plans/approval/labels";
import { aForm, anId, anOptionalText, aText } from "@/lib/schema";

export const submitPlanSchema = aForm({
  planId: anId(),
  bodyId: anId("Select the body that is to approve the plan"),
  submittedDay: aDay({ name: "Day it was put to the group", past: true }),
  note: anOptionalText({ name: "Note to the group", max: 2000 }),
});
export type SubmitPlan = z.output<typeof submitPlanSchema>;

/** What was put to a group is decided by it, and by nobody else. */
const decided = {
  planId: anId(),
  decidedDay: aDay({ name: "Day of the decision", past: true }),
};
const said = (enter: string) =>
  aText({ name: "What the group asks for", enter, min: 10, max: 4000 });

export const decidePlanSchema = z.discriminatedUnion(
  "decision",
  [
    aForm({ ...decided, decision: z.literal("approved") }),
    aForm({
      ...decided,
      decision: z.literal("approved_with_conditions"),
      conditions: said("Enter the conditions"),
    }),
    aForm({
      ...decided,
      decision: z.literal("returned"),
      conditions: said("Enter what the group asks for"),
    }),
  ],
  "Select what the group decided",
);
export type DecidePlan = z.output<typeof decidePlanSchema>;

export const startVersionSchema = aForm({ planId: anId() });
export type StartVersion = z.output<typeof startVersionSchema>;

const address = z.object({
  plan: z.uuid().optional().catch(undefined),
  done: z
    .enum(Object.keys(approvalDoneLabels) as (keyof typeof approvalDoneLabels)[])
    .optional()
    .catch(undefined),
});
export const readApprovalAddress = (query: object): z.output<typeof address> =>
  address.parse(query);
