"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as told from "@/lib/told/commands";
import { settleUntoldSchema } from "@/lib/told/schema";

export const settleUntold = submit(
  settleUntoldSchema,
  told.settleUntold,
  () => "/governance/told?done=settled" as Route,
);
