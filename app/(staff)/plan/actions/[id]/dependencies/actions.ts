"use server";

import type { Route } from "next";

import * as dependencies from "@/lib/plans/dependencies/commands";
import { setWaitsSchema } from "@/lib/plans/dependencies/schema";
import { submit } from "@/lib/request/submit";

export const setWaits = submit(
  setWaitsSchema,
  dependencies.setWaits,
  ({ actionId }) => `/plan/actions/${actionId}?done=waits_set` as Route,
);
