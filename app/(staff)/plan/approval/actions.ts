"use server";

import type { Route } from "next";

import * as approval from "@/lib/plans/approval/commands";
import {
  decidePlanSchema,
  startVersionSchema,
  submitPlanSchema,
} from "@/lib/plans/approval/schema";
import * as versions from "@/lib/plans/versions/commands";
import { submit } from "@/lib/request/submit";

export const submitPlan = submit(
  submitPlanSchema,
  approval.submitPlan,
  ({ planId }) => `/plan/approval?plan=${planId}&done=plan_submitted` as Route,
);

export const decidePlan = submit(
  decidePlanSchema,
  approval.decidePlan,
  ({ planId }) => `/plan/approval?plan=${planId}&done=plan_decided` as Route,
);

export const startVersion = submit(
  startVersionSchema,
  versions.startVersion,
  ({ planId }) => `/plan/approval?plan=${planId}&done=version_started` as Route,
);
