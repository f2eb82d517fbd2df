"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as told from "@/lib/told/commands";
import { recordTellingSchema } from "@/lib/told/schema";

export const recordTelling = submit(
  recordTellingSchema,
  told.recordTelling,
  ({ reference }) => `/cases/${reference}/told?done=recorded` as Route,
);
