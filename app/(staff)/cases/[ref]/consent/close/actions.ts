"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/refusals/commands";
import { afterRefusalSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const endAfterRefusal = submit(
  afterRefusalSchema,
  consent.endAfterRefusal,
  ({ reference }) => `/cases/${reference}/consent?done=closed` as Route,
);
