"use server";

import type { Route } from "next";

import * as meetings from "@/lib/panels/meetings/commands";
import { meetingIdSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const startMeeting = submit(
  meetingIdSchema,
  meetings.startMeeting,
  ({ meetingId }) => `/meetings/${meetingId}/sit?done=started` as Route,
);
