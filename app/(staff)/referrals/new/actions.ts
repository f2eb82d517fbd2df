"use server";

import type { Route } from "next";

import * as drafts from "@/lib/referrals/drafts/commands";
import { startReferralSchema } from "@/lib/referrals/drafts/schema";
import { submit } from "@/lib/request/submit";

export const startReferral = submit(
  startReferralSchema,
  (ctx) => drafts.startDraft(ctx),
  ({ draftId }) => `/referrals/drafts/${draftId}/safety` as Route,
);
