"use server";

import type { Route } from "next";

import * as measures from "@/lib/plans/measures/commands";
import { addMeasureSchema } from "@/lib/plans/measures/schema";
import { submit } from "@/lib/request/submit";

export const addMeasure = submit(
  addMeasureSchema,
  measures.addMeasure,
  ({ actionId }) => `/plan/actions/${actionId}?done=measure_added` as Route,
);
