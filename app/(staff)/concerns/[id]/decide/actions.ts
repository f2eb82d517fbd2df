"use server";

import type { Route } from "next";

import * as concerns from "@/lib/concerns/commands";
import { decideConcernSchema } from "@/lib/concerns/schema";
import { submit } from "@/lib/request/submit";

export const decideConcern = submit(
  decideConcernSchema,
  concerns.decideConcern,
  ({ concernId, draftId }) =>
    (draftId ? `/referrals/drafts/${draftId}` : `/concerns/${concernId}?done=closed`) as Route,
);
