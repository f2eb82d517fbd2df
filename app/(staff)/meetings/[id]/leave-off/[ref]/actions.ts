"use server";

import type { Route } from "next";

import * as agenda from "@/lib/panels/agenda/commands";
import { leaveOffSchema } from "@/lib/panels/agenda/schema";
import { submit } from "@/lib/request/submit";

export const leaveOff = submit(
  leaveOffSchema,
  agenda.leaveOff,
  ({ meetingId }) => `/meetings/${meetingId}/agenda?done=left_off` as Route,
);
