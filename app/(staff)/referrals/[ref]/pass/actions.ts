"use server";

import type { Route } from "next";

import * as pass from "@/lib/referrals/pass/commands";
import { passReferralSchema } from "@/lib/referrals/pass/schema";
import { submit } from "@/lib/request/submit";

export const passReferral = submit(
  passReferralSchema,
  pass.passReferral,
  ({ reference }) => `/referrals/${reference}?done=passed` as Route,
);
