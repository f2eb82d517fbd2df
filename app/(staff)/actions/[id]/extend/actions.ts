"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as tracker from "@/lib/tracker/commands";
import { extendActionSchema } from "@/lib/tracker/schema";

export const extendAction = submit(
  extendActionSchema,
  tracker.extendAction,
  ({ actionId, kind }) => {
    const path = kind === "plan" ? "/plan/actions" : "/actions";
    return `${path}/${actionId}?done=action_extended` as Route;
  },
);
