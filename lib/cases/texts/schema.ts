import type { z } from "zod";

import { aForm, aText } from "@/lib/schema";

export const searchTextsSchema = aForm({
  words: aText({
    name: "What you are looking for",
    enter: "Enter the words you are looking for",
    min: 3,
    max: 200,
  }),
});
export type SearchTexts = z.output<typeof searchTextsSchema>;
