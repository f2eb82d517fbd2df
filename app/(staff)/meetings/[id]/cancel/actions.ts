"use server";

import type { Route } from "next";

import * as series from "@/lib/panels/series/commands";
import { cancelMeetingSchema } from "@/lib/panels/series/schema";
import { submit } from "@/lib/request/submit";

export const cancelMeeting = submit(
  cancelMeetingSchema,
  series.cancelMeeting,
  ({ meetingId }) => `/meetings/${meetingId}?done=cancelled` as Route,
);
