"use server";

import type { Route } from "next";

import * as panels from "@/lib/panels/commands";
import { panelActionSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

export const addPanelAction = submit(
  panelActionSchema,
  panels.addPanelAction,
  ({ meetingId, itemId, isSitting }) =>
    `/meetings/${meetingId}/${isSitting ? "sit" : "items"}/${itemId}?done=action_added` as Route,
);
