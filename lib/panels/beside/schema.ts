import type { z } from "zod";

import { aChoice, aForm, aText } from "@/lib/schema";

export const besideAnswers = {
  yes: "Yes, where all three are so",
  no: "No, not while the police investigate",
} as const;

/** Whether a panel of this area may support somebody beside an open investigation, and why it changes. */
export const setBesideSchema = aForm({
  isAllowed: aChoice(besideAnswers, "Select whether the panel may offer support"),
  reason: aText({ name: "Reason", enter: "Enter why this changes", min: 10, max: 500 }),
});
export type SetBeside = z.output<typeof setBesideSchema>;
