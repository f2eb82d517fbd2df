"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as sessions from "@/lib/support/sessions/commands";
import { planSessionSchema } from "@/lib/support/sessions/schema";

export const planSession = submit(
  planSessionSchema,
  sessions.planSession,
  ({ reference }) => `/cases/${reference}/support/sessions?done=planned` as Route,
);
