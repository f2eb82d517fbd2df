"use server";

import type { Route } from "next";
import { submit } from "@/lib/request/submit";
import * as transfers from "@/lib/transfers/commands";
import { answerTransferSchema } from "@/lib/transfers/schema";

/** Whoever took a case on begins to work on it. */
export const answerTransfer = submit(
  answerTransferSchema,
  transfers.answerTransfer,
  ({ opened }) => (opened ? `/cases/${opened}` : "/transfers") as Route,
);
