"use server";

import type { Route } from "next";

import * as actions from "@/lib/plans/actions/commands";
import { addPlanActionSchema } from "@/lib/plans/schema";
import { submit } from "@/lib/request/submit";

export const addPlanAction = submit(
  addPlanActionSchema,
  actions.addPlanAction,
  ({ actionId }) => `/plan/actions/${actionId}?done=action_added` as Route,
);
