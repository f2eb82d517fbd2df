"use server";

import type { Route } from "next";

import * as addenda from "@/lib/referrals/addenda/commands";
import { addAddendumSchema } from "@/lib/referrals/schema";
import { submit } from "@/lib/request/submit";

export const addAddendum = submit(
  addAddendumSchema,
  addenda.addAddendum,
  ({ reference }) => `/referrals/${reference}` as Route,
);
