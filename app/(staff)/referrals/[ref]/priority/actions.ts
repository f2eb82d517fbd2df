"use server";

import type { Route } from "next";

import * as screening from "@/lib/referrals/screening/commands";
import { setPrioritySchema } from "@/lib/referrals/screening/schema";
import { submit } from "@/lib/request/submit";

export const setPriority = submit(
  setPrioritySchema,
  screening.setPriority,
  ({ reference }) => `/referrals/${reference}?done=priority` as Route,
);
