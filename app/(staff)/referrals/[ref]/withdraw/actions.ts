"use server";

import type { Route } from "next";

import * as addenda from "@/lib/referrals/addenda/commands";
import { withdrawReferralSchema } from "@/lib/referrals/schema";
import { submit } from "@/lib/request/submit";

export const withdrawReferral = submit(
  withdrawReferralSchema,
  addenda.withdrawReferral,
  ({ reference }) => `/referrals/${reference}` as Route,
);
