"use server";

import type { Route } from "next";

import * as information from "@/lib/information/items/commands";
import { recordItemSchema } from "@/lib/information/schema";
import { submit } from "@/lib/request/submit";

export const recordItem = submit(
  recordItemSchema,
  information.recordItem,
  ({ reference }) => `/cases/${reference}/information?done=item` as Route,
);
