"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/commands";
import { refuseConsentSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const refuseConsent = submit(
  refuseConsentSchema,
  consent.refuseConsent,
  ({ reference }) => `/cases/${reference}/consent?done=refused` as Route,
);
