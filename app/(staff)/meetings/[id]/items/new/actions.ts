"use server";

import type { Route } from "next";

import * as panels from "@/lib/panels/commands";
import { itemSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const addItem = submit(
  itemSchema,
  panels.addItem,
  ({ meetingId }) => `/meetings/${meetingId}?done=item_added` as Route,
);
