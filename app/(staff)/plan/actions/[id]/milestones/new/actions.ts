"use server";

import type { Route } from "next";

import * as milestones from "@/lib/plans/milestones/commands";
import { addMilestoneSchema } from "@/lib/plans/milestones/schema";
import { submit } from "@/lib/request/submit";

export const addMilestone = submit(
  addMilestoneSchema,
  milestones.addMilestone,
  ({ actionId }) => `/plan/actions/${actionId}?done=milestone_added` as Route,
);
