"use server";

import type { Route } from "next";

import * as measures from "@/lib/plans/measures/commands";
import { editMeasureSchema } from "@/lib/plans/measures/schema";
import { submit } from "@/lib/request/submit";

export const editMeasure = submit(
  editMeasureSchema,
  measures.editMeasure,
  ({ measureId }) => `/plan/measures/${measureId}?done=measure_edited` as Route,
);
