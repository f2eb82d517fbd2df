"use server";

import type { Route } from "next";

import * as milestones from "@/lib/plans/milestones/commands";
import { editMilestoneSchema } from "@/lib/plans/milestones/schema";
import { submit } from "@/lib/request/submit";

export const editMilestone = submit(
  editMilestoneSchema,
  milestones.editMilestone,
  ({ actionId }) => `/plan/actions/${actionId}?done=milestone_edited` as Route,
);
