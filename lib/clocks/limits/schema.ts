import { z } from "zod";

import { clockUnits } from "@/lib/clocks/labels";
import { defaultLimits, type LimitedKind } from "@/lib/clocks/rules";
import { aDay } from "@/lib/dates";
import { aChoice, aForm, always, anId, aText, aWholeNumber } from "@/lib/schema";

export const limitedKinds = Object.keys(defaultLimits) as LimitedKind[];

const mostMonths = 24;

/** What an area allows from a day on. What runs already keeps the day it was given. */
export const setLimitSchema = aForm({
  kind: z.enum(limitedKinds, { error: "Select a time limit" }),
  count: aWholeNumber({ name: "Limit", min: 0, max: 400 }),
  unit: aChoice(clockUnits, "Select what it is counted in"),
  fromOn: aDay({ name: "First day of the new limit", future: true }),
  reason: aText({ name: "Reason", enter: "Enter why the limit changes", min: 10, max: 500 }),
}).refine(({ count, unit }) => unit !== "months" || !(count > mostMonths), {
  error: `Limit must be ${mostMonths} months or fewer`,
  path: ["count"],
  ...always,
});
export type SetLimit = z.output<typeof setLimitSchema>;

export const setDirectorSchema = aForm({ hatId: anId("Select who is told") });
export type SetDirector = z.output<typeof setDirectorSchema>;
