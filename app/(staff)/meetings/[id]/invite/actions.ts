"use server";

import type { Route } from "next";

import * as series from "@/lib/panels/series/commands";
import { inviteMembersSchema } from "@/lib/panels/series/schema";
import { submit } from "@/lib/request/submit";

export const inviteMembers = submit(
  inviteMembersSchema,
  series.inviteMembers,
  ({ meetingId }) => `/meetings/${meetingId}?done=members_invited` as Route,
);
