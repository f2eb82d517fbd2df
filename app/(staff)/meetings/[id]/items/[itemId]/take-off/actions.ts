"use server";

import type { Route } from "next";

import * as agenda from "@/lib/panels/agenda/commands";
import { takeOffSchema } from "@/lib/panels/agenda/schema";
import { submit } from "@/lib/request/submit";

export const takeOff = submit(
  takeOffSchema,
  agenda.takeOff,
  ({ meetingId }) => `/meetings/${meetingId}/agenda?done=taken_off` as Route,
);
