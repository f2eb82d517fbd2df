import type { z } from "zod";

import { aForm, aText } from "@/lib/schema";

export const searchCasesSchema = aForm({
  words: aText({
    name: "What you are looking for",
    enter: "Enter a case reference, or part of a name",
    min: 2,
    max: 100,
  }),
});
export type SearchCases = z.output<typeof searchCasesSchema>;
