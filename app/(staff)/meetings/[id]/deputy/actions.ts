"use server";

import type { Route } from "next";

import * as meetings from "@/lib/panels/meetings/commands";
import { deputySchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

/** A deputy is invited now; that they are in the room is said where attendance is taken. */
export const seatDeputy = submit(
  deputySchema,
  meetings.seatDeputy,
  ({ meetingId }) => `/meetings/${meetingId}/attendance` as Route,
);
