"use server";

import type { Route } from "next";

import { movePlanSchema } from "@/lib/plans/schema";
import * as plans from "@/lib/plans/status/commands";
import { submit } from "@/lib/request/submit";

export const movePlan = submit(
  movePlanSchema,
  plans.movePlan,
  ({ planId }) => `/plan?plan=${planId}&done=plan_moved` as Route,
);
