"use server";

import type { Route } from "next";

import * as meetings from "@/lib/panels/meetings/commands";
import { deputySchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

/** A deputy is invited now; that they are in the room is said where attendance is taken, once it sits. */
export const seatDeputy = submit(
  deputySchema,
  meetings.seatDeputy,
  ({ meetingId, isSitting }) =>
    `/meetings/${meetingId}${isSitting ? "/attendance" : "?done=deputy_invited"}` as Route,
);
