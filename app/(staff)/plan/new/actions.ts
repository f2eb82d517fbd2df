"use server";

import type { Route } from "next";

import * as plans from "@/lib/plans/commands";
import { createPlanSchema } from "@/lib/plans/schema";
import { submit } from "@/lib/request/submit";

export const createPlan = submit(
  createPlanSchema,
  plans.createPlan,
  ({ planId }) => `/plan?plan=${planId}&done=plan_created` as Route,
);
