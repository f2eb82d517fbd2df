import { z } from "zod";

import { defaultLimits, type LimitedKind } from "@/lib/clocks/rules";
import { aDay } from "@/lib/dates";
import { aForm, anId, aText, aWholeNumber } from "@/lib/schema";

export const limitedKinds = Object.keys(defaultLimits) as LimitedKind[];

/** What an area allows from a day on. What runs already keeps the day it was given. */
export const setLimitSchema = aForm({
  kind: z.enum(limitedKinds, { error: "Select a time limit" }),
  count: aWholeNumber({ name: "Limit", min: 0, max: 400 }),
  fromOn: aDay({ name: "First day of the new limit", future: true }),
  reason: aText({ name: "Reason", enter: "Enter why the limit changes", min: 10, max: 500 }),
});
export type SetLimit = z.output<typeof setLimitSchema>;

export const setDirectorSchema = aForm({ hatId: anId("Select who is told") });
export type SetDirector = z.output<typeof setDirectorSchema>;
