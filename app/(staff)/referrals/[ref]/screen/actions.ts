"use server";

import type { Route } from "next";

import * as screening from "@/lib/referrals/screening/commands";
import { screenReferralSchema } from "@/lib/referrals/screening/schema";
import { submit } from "@/lib/request/submit";

export const screenReferral = submit(
  screenReferralSchema,
  screening.screenReferral,
  ({ reference, outcome }) => `/referrals/${reference}?done=${outcome}` as Route,
);
