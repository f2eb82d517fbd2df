"use server";

import type { Route } from "next";

import * as referrals from "@/lib/referrals/commands";
import { addAddendumSchema } from "@/lib/referrals/schema";
import { submit } from "@/lib/request/submit";

export const addAddendum = submit(
  addAddendumSchema,
  referrals.addAddendum,
  ({ reference }) => `/referrals/${reference}` as Route,
);
