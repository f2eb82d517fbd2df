"use server";

import type { Route } from "next";

import * as decisions from "@/lib/panels/decisions/commands";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const recordDecision = submit(
  recordDecisionSchema,
  decisions.recordDecision,
  ({ meetingId, itemId }) => `/meetings/${meetingId}/items/${itemId}?done=decided` as Route,
);
