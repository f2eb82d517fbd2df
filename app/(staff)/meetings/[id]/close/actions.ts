"use server";

import type { Route } from "next";

import * as minutes from "@/lib/panels/minutes/commands";
import { meetingIdSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const closeMeeting = submit(
  meetingIdSchema,
  minutes.closeAndMinute,
  ({ meetingId }) => `/meetings/${meetingId}/minutes?done=closed` as Route,
);
