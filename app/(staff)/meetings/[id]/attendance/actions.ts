"use server";

import type { Route } from "next";

import { recordAttendance as command } from "@/lib/panels/meetings/commands";
import { attendanceSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const recordAttendance = submit(
  attendanceSchema,
  command,
  ({ meetingId }) => `/meetings/${meetingId}/sit?done=attendance` as Route,
);
