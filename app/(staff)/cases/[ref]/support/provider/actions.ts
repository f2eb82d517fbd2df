"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as support from "@/lib/support/commands";
import { assignProviderSchema } from "@/lib/support/schema";

export const assignProvider = submit(
  assignProviderSchema,
  support.assignProvider,
  ({ reference }) => `/cases/${reference}/support?done=provider` as Route,
);
