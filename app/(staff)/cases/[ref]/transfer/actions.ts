"use server";

import type { Route } from "next";
import { submit } from "@/lib/request/submit";
import * as transfers from "@/lib/transfers/commands";
import { offerTransferSchema, withdrawTransferSchema } from "@/lib/transfers/schema";

export const offerTransfer = submit(
  offerTransferSchema,
  transfers.offerTransfer,
  ({ reference }) => `/cases/${reference}/transfer?done=offered` as Route,
);

export const withdrawTransfer = submit(
  withdrawTransferSchema,
  transfers.withdrawTransfer,
  ({ reference }) => `/cases/${reference}/transfer?done=offer_withdrawn` as Route,
);
