"use server";

import type { Route } from "next";

import * as plans from "@/lib/plans/commands";
import { addThemeSchema } from "@/lib/plans/schema";
import { submit } from "@/lib/request/submit";

export const addTheme = submit(
  addThemeSchema,
  plans.addTheme,
  ({ planId }) => `/plan?plan=${planId}&done=theme_added` as Route,
);
