"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/commands";
import { seekConsentSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const seekConsent = submit(
  seekConsentSchema,
  consent.seekConsent,
  ({ reference }) => `/cases/${reference}/consent?done=sought` as Route,
);
