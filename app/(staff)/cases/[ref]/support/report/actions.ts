"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as sessions from "@/lib/support/sessions/commands";
import { endReportSchema } from "@/lib/support/sessions/schema";

export const writeEndReport = submit(
  endReportSchema,
  sessions.writeEndReport,
  ({ reference }) => `/cases/${reference}/support/sessions?done=reported` as Route,
);
