"use server";

import type { Route } from "next";

import * as needs from "@/lib/cases/needs/commands";
import { changeNeedSchema } from "@/lib/cases/needs/schema";
import { submit } from "@/lib/request/submit";

export const changeNeed = submit(
  changeNeedSchema,
  needs.changeNeed,
  ({ reference }) => `/cases/${reference}/needs?done=need_changed` as Route,
);
