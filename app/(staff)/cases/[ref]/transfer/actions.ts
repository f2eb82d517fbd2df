"use server";

import type { Route } from "next";

import * as transfers from "@/lib/cases/transfers/commands";
import { offerTransferSchema } from "@/lib/cases/transfers/schema";
import { submit } from "@/lib/request/submit";

export const offerTransfer = submit(
  offerTransferSchema,
  transfers.offerTransfer,
  ({ reference }) => `/cases/${reference}/transfer?done=offered` as Route,
);
