"use server";

import type { Route } from "next";

import * as invitations from "@/lib/panels/invitations/commands";
import { withdrawSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const withdrawInvitation = submit(
  withdrawSchema,
  invitations.withdrawInvitation,
  ({ meetingId, itemId }) => `/meetings/${meetingId}/items/${itemId}?done=withdrawn` as Route,
);
