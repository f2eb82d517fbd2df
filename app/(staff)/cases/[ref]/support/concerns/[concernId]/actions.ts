"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as sessions from "@/lib/support/sessions/commands";
import { answerConcernSchema } from "@/lib/support/sessions/schema";

export const answerConcern = submit(
  answerConcernSchema,
  sessions.answerConcern,
  ({ reference }) => `/cases/${reference}/support/sessions?done=answered` as Route,
);
