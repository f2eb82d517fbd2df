"use server";

import type { Route } from "next";
import { startSupportSchema } from "@/lib/consent/schema";
import * as consent from "@/lib/consent/start/commands";
import { submit } from "@/lib/request/submit";

export const startSupport = submit(
  startSupportSchema,
  consent.startSupport,
  ({ reference }) => `/cases/${reference}/consent?done=started` as Route,
);
