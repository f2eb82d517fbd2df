"use server";

import type { Route } from "next";

import * as referrals from "@/lib/referrals/commands";
import { submitReferralSchema } from "@/lib/referrals/drafts/schema";
import { submit } from "@/lib/request/submit";

export const sendReferral = submit(
  submitReferralSchema,
  referrals.submitReferral,
  ({ reference }) => `/referrals/${reference}/sent` as Route,
);
