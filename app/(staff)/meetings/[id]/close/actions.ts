"use server";

import type { Route } from "next";

import * as meetings from "@/lib/panels/meetings/commands";
import { meetingIdSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const closeMeeting = submit(
  meetingIdSchema,
  meetings.closeMeeting,
  ({ meetingId }) => `/meetings/${meetingId}?done=closed` as Route,
);
