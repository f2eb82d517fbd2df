"use server";

import * as updates from "@/lib/plans/updates/own/commands";
import { updateOwnSchema } from "@/lib/plans/updates/own/schema";
import { submit } from "@/lib/request/submit";

export const updateOwnActions = submit(
  updateOwnSchema,
  updates.updateOwnActions,
  () => "/plan?done=actions_updated",
);
