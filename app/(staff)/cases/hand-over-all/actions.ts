"use server";

import type { Route } from "next";

import * as leads from "@/lib/cases/leads/commands";
import { handOverAllSchema, undoHandOverSchema } from "@/lib/cases/leads/schema";
import { submit } from "@/lib/request/submit";

export const handOverAll = submit(
  handOverAllSchema,
  leads.handOverAll,
  () => "/cases/hand-over-all?done=handed_over" as Route,
);

export const undoHandOver = submit(
  undoHandOverSchema,
  leads.undoHandOver,
  () => "/cases/hand-over-all?done=put_back" as Route,
);
