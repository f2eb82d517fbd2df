"use server";

import type { Route } from "next";

import * as panels from "@/lib/panels/commands";
import { itemAttendanceSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const recordItemAttendance = submit(
  itemAttendanceSchema,
  panels.recordItemAttendance,
  ({ meetingId, itemId, isSitting }) =>
    `/meetings/${meetingId}/${isSitting ? "sit" : "items"}/${itemId}?done=attendance` as Route,
);
