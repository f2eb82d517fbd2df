"use server";

import type { Route } from "next";

import * as screening from "@/lib/referrals/screening/commands";
import { recordDeconflictionSchema } from "@/lib/referrals/screening/schema";
import { submit } from "@/lib/request/submit";

export const recordDeconfliction = submit(
  recordDeconflictionSchema,
  screening.recordDeconfliction,
  ({ reference }) => `/referrals/${reference}?done=deconfliction` as Route,
);
