"use server";

import type { Route } from "next";

import * as agenda from "@/lib/panels/agenda/commands";
import { acceptDueSchema, moveItemSchema } from "@/lib/panels/agenda/schema";
import { submit } from "@/lib/request/submit";

export const acceptDue = submit(
  acceptDueSchema,
  agenda.acceptDue,
  ({ meetingId }) => `/meetings/${meetingId}/agenda?done=items_added` as Route,
);

export const moveItem = submit(
  moveItemSchema,
  agenda.moveItem,
  ({ meetingId }) => `/meetings/${meetingId}/agenda?done=arranged` as Route,
);
