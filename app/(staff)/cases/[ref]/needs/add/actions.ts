"use server";

import type { Route } from "next";

import * as needs from "@/lib/cases/needs/commands";
import { addNeedSchema } from "@/lib/cases/needs/schema";
import { submit } from "@/lib/request/submit";

export const addNeed = submit(
  addNeedSchema,
  needs.addNeed,
  ({ reference }) => `/cases/${reference}/needs?done=need` as Route,
);
