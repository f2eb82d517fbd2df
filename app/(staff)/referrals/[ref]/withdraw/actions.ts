"use server";

import type { Route } from "next";

import * as referrals from "@/lib/referrals/commands";
import { withdrawReferralSchema } from "@/lib/referrals/schema";
import { submit } from "@/lib/request/submit";

export const withdrawReferral = submit(
  withdrawReferralSchema,
  referrals.withdrawReferral,
  ({ reference }) => `/referrals/${reference}` as Route,
);
