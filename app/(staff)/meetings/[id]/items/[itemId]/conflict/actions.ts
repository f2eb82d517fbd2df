"use server";

import type { Route } from "next";

import * as panels from "@/lib/panels/commands";
import { conflictSchema } from "@/lib/panels/schema";
import { submit } from "@/lib/request/submit";

/** Whoever has the conflict goes back to the meeting: the item is not there for them any more. */
export const declareConflict = submit(
  conflictSchema,
  panels.declareConflict,
  ({ meetingId, itemId, isOwn, isSitting }) => {
    const [meeting, items] = isSitting ? ["/sit", "/sit"] : ["", "/items"];
    return `/meetings/${meetingId}${isOwn ? meeting : `${items}/${itemId}`}?done=conflict` as Route;
  },
);
