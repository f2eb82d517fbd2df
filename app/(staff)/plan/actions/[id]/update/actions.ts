"use server";

import type { Route } from "next";

import { updatePlanActionSchema } from "@/lib/plans/schema";
import * as updates from "@/lib/plans/updates/commands";
import { submit } from "@/lib/request/submit";

export const updatePlanAction = submit(
  updatePlanActionSchema,
  updates.updatePlanAction,
  ({ actionId }) => `/plan/actions/${actionId}?done=action_updated` as Route,
);
