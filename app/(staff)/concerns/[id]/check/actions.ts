"use server";

import type { Route } from "next";

import * as concerns from "@/lib/concerns/commands";
import { addCheckNoteSchema } from "@/lib/concerns/schema";
import { submit } from "@/lib/request/submit";

export const addCheckNote = submit(
  addCheckNoteSchema,
  concerns.addCheckNote,
  ({ concernId }) => `/concerns/${concernId}?done=checked` as Route,
);
