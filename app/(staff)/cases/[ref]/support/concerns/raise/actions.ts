"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as sessions from "@/lib/support/sessions/commands";
import { raiseConcernSchema } from "@/lib/support/sessions/schema";

export const raiseConcern = submit(
  raiseConcernSchema,
  sessions.raiseConcern,
  ({ reference }) => `/cases/${reference}/support/sessions?done=raised` as Route,
);
