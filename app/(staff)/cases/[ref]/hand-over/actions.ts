"use server";

import type { Route } from "next";

import * as workers from "@/lib/cases/workers/commands";
import { handOverSchema } from "@/lib/cases/workers/schema";
import { submit } from "@/lib/request/submit";

/** Whoever gave their own case away does not read it any more. */
export const handOver = submit(
  handOverSchema,
  workers.handOver,
  ({ reference, keepsReading }) => (keepsReading ? `/cases/${reference}` : "/cases") as Route,
);
