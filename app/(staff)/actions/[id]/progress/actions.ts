"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as tracker from "@/lib/tracker/commands";
import { updateActionSchema } from "@/lib/tracker/schema";

export const updateAction = submit(
  updateActionSchema,
  tracker.updateAction,
  ({ actionId }) => `/actions/${actionId}?done=action_updated` as Route,
);
