"use server";

import type { Route } from "next";

import * as plans from "@/lib/plans/commands";
import { editThemeSchema } from "@/lib/plans/schema";
import { submit } from "@/lib/request/submit";

export const editTheme = submit(
  editThemeSchema,
  plans.editTheme,
  ({ planId }) => `/plan/objectives?plan=${planId}&done=theme_edited` as Route,
);
