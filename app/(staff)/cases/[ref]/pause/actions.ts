"use server";

import type { Route } from "next";

import * as pauses from "@/lib/cases/pauses/commands";
import { pauseCaseSchema, resumeCaseSchema } from "@/lib/cases/pauses/schema";
import { submit } from "@/lib/request/submit";

export const pauseCase = submit(
  pauseCaseSchema,
  pauses.pauseCase,
  ({ reference }) => `/cases/${reference}/pause?done=paused` as Route,
);

export const resumeCase = submit(
  resumeCaseSchema,
  pauses.resumeCase,
  ({ reference }) => `/cases/${reference}/pause?done=resumed` as Route,
);
