"use server";

import type { Route } from "next";

import * as panels from "@/lib/panels/commands";
import * as decisions from "@/lib/panels/decisions/commands";
import * as drafts from "@/lib/panels/drafts/commands";
import { keepDecisionSchema } from "@/lib/panels/drafts/schema";
import { itemIdSchema, recordDecisionSchema } from "@/lib/panels/schema";
import { autosave, submit } from "@/lib/request/submit";

type Place = { meetingId: string; itemId: string };
const backTo =
  (done: string) =>
  ({ meetingId, itemId }: Place) =>
    `/meetings/${meetingId}/sit/${itemId}?done=${done}` as Route;

export const recordDecision = submit(
  recordDecisionSchema,
  decisions.recordDecision,
  // What the police manage is not there to come back to.
  ({ meetingId, itemId, isFrozen }) =>
    `/meetings/${meetingId}/sit${isFrozen ? "" : `/${itemId}`}?done=decided` as Route,
);

export const autosaveDecision = autosave(keepDecisionSchema, drafts.saveDecisionDraft);

export const beginItem = submit(itemIdSchema, panels.beginItem, backTo("begun"));
