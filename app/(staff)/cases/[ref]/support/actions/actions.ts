"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as support from "@/lib/support/commands";
import { supportActionSchema } from "@/lib/support/schema";

export const addSupportAction = submit(
  supportActionSchema,
  support.addSupportAction,
  ({ reference }) => `/cases/${reference}/support?done=action` as Route,
);
