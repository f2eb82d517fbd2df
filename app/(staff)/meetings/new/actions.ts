"use server";

import type { Route } from "next";

import { callMeeting as command } from "@/lib/panels/meetings/commands";
import { meetingSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const callMeeting = submit(
  meetingSchema,
  command,
  ({ meetingId }) => `/meetings/${meetingId}?done=called` as Route,
);
