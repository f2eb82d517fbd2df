"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as sessions from "@/lib/support/sessions/commands";
import { holdSessionSchema, missSessionSchema } from "@/lib/support/sessions/schema";

export const holdSession = submit(
  holdSessionSchema,
  sessions.holdSession,
  ({ reference }) => `/cases/${reference}/support/sessions?done=held` as Route,
);

export const missSession = submit(
  missSessionSchema,
  sessions.missSession,
  ({ reference }) => `/cases/${reference}/support/sessions?done=missed` as Route,
);
