"use server";

import type { Route } from "next";

import * as transfers from "@/lib/cases/transfers/commands";
import { answerTransferSchema } from "@/lib/cases/transfers/schema";
import { submit } from "@/lib/request/submit";

/** Whoever took a case on begins to work on it. */
export const answerTransfer = submit(
  answerTransferSchema,
  transfers.answerTransfer,
  ({ opened }) => (opened ? `/cases/${opened}` : "/transfers") as Route,
);
