"use server";

import type { Route } from "next";

import * as section36 from "@/lib/cases/section-36/commands";
import { decideSection36Schema, sendForDecisionSchema } from "@/lib/cases/section-36/schema";
import { submit } from "@/lib/request/submit";

export const sendForDecision = submit(
  sendForDecisionSchema,
  section36.sendForDecision,
  ({ reference }) => `/cases/${reference}/section-36?done=sent` as Route,
);

export const decideSection36 = submit(
  decideSection36Schema,
  section36.decideSection36,
  ({ reference }) => `/cases/${reference}/section-36?done=decided` as Route,
);
