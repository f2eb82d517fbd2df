"use server";

import type { Route } from "next";

import * as publication from "@/lib/plans/publication/commands";
import {
  publishPlanSchema,
  setPublicLinesSchema,
  withdrawPlanSchema,
} from "@/lib/plans/publication/schema";
import { submit } from "@/lib/request/submit";

export const setPublicLines = submit(
  setPublicLinesSchema,
  publication.setPublicLines,
  ({ planId }) => `/plan/public?plan=${planId}&done=public_text_set` as Route,
);

export const publishPlan = submit(
  publishPlanSchema,
  publication.publishPlan,
  ({ planId }) => `/plan/public?plan=${planId}&done=plan_published` as Route,
);

export const withdrawPlan = submit(
  withdrawPlanSchema,
  publication.withdrawPlan,
  ({ planId }) => `/plan/public?plan=${planId}&done=plan_withdrawn` as Route,
);
