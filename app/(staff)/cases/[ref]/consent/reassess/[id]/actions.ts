"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/refusals/commands";
import { reassessSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const reassess = submit(
  reassessSchema,
  consent.reassess,
  ({ reference }) => `/cases/${reference}/consent?done=reassessed` as Route,
);
