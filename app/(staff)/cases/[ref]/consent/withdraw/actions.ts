"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/commands";
import { withdrawConsentSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const withdrawConsent = submit(
  withdrawConsentSchema,
  consent.withdrawConsent,
  ({ reference }) => `/cases/${reference}/consent?done=withdrawn` as Route,
);
