"use server";

import type { Route } from "next";

import * as snapshots from "@/lib/plans/snapshots/commands";
import { closeQuarterSchema } from "@/lib/plans/snapshots/schema";
import { submit } from "@/lib/request/submit";

export const closeQuarter = submit(
  closeQuarterSchema,
  snapshots.closeQuarter,
  ({ planId }) => `/plan/snapshots?plan=${planId}&done=quarter_closed` as Route,
);
