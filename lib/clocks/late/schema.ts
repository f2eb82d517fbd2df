import { z } from "zod";

import { type LateOwner, type LateState, lateOwners, lateStates } from "./labels";

const address = z.object({
  page: z.coerce.number().int().min(1).max(40).optional().catch(undefined),
  owner: z
    .enum(Object.keys(lateOwners) as LateOwner[])
    .optional()
    .catch(undefined),
  state: z
    .enum(Object.keys(lateStates) as LateState[])
    .optional()
    .catch(undefined),
});
export type LateAddress = z.output<typeof address>;

/** What the address of the list says. What makes no sense is left out. */
export const readLateAddress = (query: unknown): LateAddress => address.parse(query);
