"use server";

import type { Route } from "next";

import * as attachments from "@/lib/attachments/commands";
import { removeAttachmentSchema } from "@/lib/attachments/schema";
import { submit } from "@/lib/request/submit";

export const removeAttachment = submit(
  removeAttachmentSchema,
  attachments.removeAttachment,
  ({ draftId }) => `/referrals/drafts/${draftId}/files?done=removed` as Route,
);
