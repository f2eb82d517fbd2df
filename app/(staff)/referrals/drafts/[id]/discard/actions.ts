"use server";

import * as drafts from "@/lib/referrals/drafts/commands";
import { discardDraftSchema } from "@/lib/referrals/drafts/schema";
import { submit } from "@/lib/request/submit";

export const discardDraft = submit(discardDraftSchema, drafts.discardDraft, () => "/referrals");
