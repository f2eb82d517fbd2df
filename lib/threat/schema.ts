import type { z } from "zod";

import { aDay } from "@/lib/dates";
import { aChoice, aForm, aText } from "@/lib/schema";
import { threatLevels } from "@/lib/threat/labels";

/** Written down here by hand, from what is published nationally. */
export const setThreatLevelSchema = aForm({
  level: aChoice(threatLevels, "Select the national threat level"),
  setDay: aDay({ name: "Date it was set", past: true }),
  note: aText({
    name: "What it means here",
    enter: "Enter what it means for this area",
    min: 10,
    max: 1000,
  }),
});
export type SetThreatLevel = z.output<typeof setThreatLevelSchema>;
