"use server";

import type { Route } from "next";

import * as agenda from "@/lib/panels/agenda/commands";
import { slotSchema } from "@/lib/panels/agenda/schema";
import { submit } from "@/lib/request/submit";

export const changeSlot = submit(
  slotSchema,
  agenda.changeSlot,
  ({ meetingId }) => `/meetings/${meetingId}/agenda?done=arranged` as Route,
);
