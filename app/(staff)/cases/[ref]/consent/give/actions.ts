"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/commands";
import { giveConsentSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const giveConsent = submit(
  giveConsentSchema,
  consent.giveConsent,
  ({ reference, consentId, isSigned }) =>
    `/cases/${reference}/consent${isSigned ? `/signed/${consentId}` : ""}?done=given` as Route,
);
