"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/lapses/commands";
import { lapseConsentSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const lapseConsent = submit(
  lapseConsentSchema,
  consent.lapseConsent,
  ({ reference }) => `/cases/${reference}/consent?done=lapsed` as Route,
);
