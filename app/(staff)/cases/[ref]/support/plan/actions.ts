"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as support from "@/lib/support/commands";
import { supportPlanSchema } from "@/lib/support/schema";

export const writePlan = submit(
  supportPlanSchema,
  support.writePlan,
  ({ reference }) => `/cases/${reference}/support?done=plan` as Route,
);
