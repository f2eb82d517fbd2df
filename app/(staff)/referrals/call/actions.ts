"use server";

import type { Route } from "next";

import * as drafts from "@/lib/referrals/drafts/commands";
import { startReferralSchema } from "@/lib/referrals/drafts/schema";
import { submit } from "@/lib/request/submit";

export const startCall = submit(
  startReferralSchema,
  (ctx) => drafts.startCall(ctx),
  ({ draftId }) => `/referrals/drafts/${draftId}/safety` as Route,
);
