import { z } from "zod";

import { aDay } from "@/lib/dates";
import { aForm, anId } from "@/lib/schema";

export const closeQuarterSchema = aForm({
  planId: anId(),
  quarter: aDay({ name: "Quarter" }),
});
export type CloseQuarter = z.output<typeof closeQuarterSchema>;

const anAddressId = z.uuid().optional().catch(undefined);

/** Two snapshots, or one and the plan as it stands now. */
const compareAddress = z.object({
  plan: anAddressId,
  from: anAddressId,
  to: z
    .union([z.uuid(), z.literal("now")])
    .optional()
    .catch(undefined),
});
export type CompareAddress = z.output<typeof compareAddress>;

export const readCompareAddress = (query: object): CompareAddress => compareAddress.parse(query);
