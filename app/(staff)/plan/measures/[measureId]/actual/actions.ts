"use server";

import type { Route } from "next";

import * as measures from "@/lib/plans/measures/commands";
import { recordActualSchema } from "@/lib/plans/measures/schema";
import { submit } from "@/lib/request/submit";

export const recordActual = submit(
  recordActualSchema,
  measures.recordActual,
  ({ measureId }) => `/plan/measures/${measureId}?done=actual_recorded` as Route,
);
