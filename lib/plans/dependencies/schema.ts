import type { z } from "zod";

import { aForm, anId, aVersion, someIds } from "@/lib/schema";

export const setWaitsSchema = aForm({
  actionId: anId(),
  version: aVersion(),
  needsIds: someIds("Select the actions it waits for"),
});
export type SetWaits = z.output<typeof setWaitsSchema>;
