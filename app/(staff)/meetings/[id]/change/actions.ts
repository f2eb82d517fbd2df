"use server";

import type { Route } from "next";

import * as series from "@/lib/panels/series/commands";
import { changeMeetingSchema } from "@/lib/panels/series/schema";
import { submit } from "@/lib/request/submit";

export const changeMeeting = submit(
  changeMeetingSchema,
  series.changeMeeting,
  ({ meetingId }) => `/meetings/${meetingId}?done=changed` as Route,
);
