"use server";

import type { Route } from "next";

import * as panels from "@/lib/panels/commands";
import { inviteSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const inviteToItem = submit(
  inviteSchema,
  panels.inviteToItem,
  ({ meetingId, itemId }) => `/meetings/${meetingId}/items/${itemId}?done=invited` as Route,
);
