import { z } from "zod";

import { aDay } from "@/lib/dates";
import { aForm, anId } from "@/lib/schema";

export const closeQuarterSchema = aForm({
  planId: anId(),
  quarter: aDay({ name: "Quarter" }),
});
export type CloseQuarter = z.output<typeof closeQuarterSchema>;

const anAddressId = z.uuid().optional().catch(undefined);

/** A page of a list; or all of it, to print. */
const paging = {
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
  all: z.literal("yes").optional().catch(undefined),
};
const snapshotAddress = z.object(paging);
export type SnapshotAddress = z.output<typeof snapshotAddress>;

export const readSnapshotAddress = (query: object): SnapshotAddress => snapshotAddress.parse(query);

/** Two snapshots, or one and the plan as it stands now. */
const compareAddress = z.object({
  plan: anAddressId,
  from: anAddressId,
  to: z
    .union([z.uuid(), z.literal("now")])
    .optional()
    .catch(undefined),
  ...paging,
});
export type CompareAddress = z.output<typeof compareAddress>;

export const readCompareAddress = (query: object): CompareAddress => compareAddress.parse(query);
