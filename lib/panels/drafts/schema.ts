import { z } from "zod";

import { recordDecisionSchema } from "@/lib/panels/schema";
import { aForm, anId } from "@/lib/schema";

const reload = "This form has changed. Reload the page and try again.";
const typed = z
  .union([z.string().max(20_000), z.array(z.string().max(200)).max(100)], { error: reload })
  .optional();
const names = recordDecisionSchema.options.flatMap(({ shape }) => Object.keys(shape));

/** Whatever a chair has typed of a decision so far, right or not. */
export const keepDecisionSchema = aForm({
  ...Object.fromEntries(names.map((name) => [name, typed])),
  itemId: anId(),
}).transform(({ itemId, ...answers }) => ({
  itemId: `${itemId}`,
  answers: answers as Record<string, string | string[]>,
}));
export type KeepDecision = z.output<typeof keepDecisionSchema>;
