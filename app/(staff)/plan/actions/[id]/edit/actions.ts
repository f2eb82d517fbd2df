"use server";

import type { Route } from "next";

import * as actions from "@/lib/plans/actions/commands";
import { editPlanActionSchema } from "@/lib/plans/schema";
import { submit } from "@/lib/request/submit";

export const editPlanAction = submit(
  editPlanActionSchema,
  actions.editPlanAction,
  ({ actionId }) => `/plan/actions/${actionId}?done=action_edited` as Route,
);
