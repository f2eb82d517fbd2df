"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as needs from "@/lib/support/needs/commands";
import { addNeedSchema, endNeedSchema } from "@/lib/support/needs/schema";

export const addNeed = submit(
  addNeedSchema,
  needs.addNeed,
  ({ reference }) => `/cases/${reference}/support/needs?done=need` as Route,
);

export const endNeed = submit(
  endNeedSchema,
  needs.endNeed,
  ({ reference }) => `/cases/${reference}/support/needs?done=need_ended` as Route,
);
