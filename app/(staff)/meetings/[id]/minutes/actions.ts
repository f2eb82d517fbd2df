"use server";

import type { Route } from "next";

import * as minutes from "@/lib/panels/minutes/commands";
import { meetingIdSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

const backTo =
  (done: string) =>
  ({ meetingId }: { meetingId: string }) =>
    `/meetings/${meetingId}/minutes?done=${done}` as Route;

export const writeMinutes = submit(meetingIdSchema, minutes.writeMinutes, backTo("drafted"));

export const signMinutes = submit(meetingIdSchema, minutes.signMinutes, backTo("signed"));
