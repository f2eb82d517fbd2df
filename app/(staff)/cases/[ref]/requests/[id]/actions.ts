"use server";

import type { Route } from "next";

import * as information from "@/lib/information/requests/commands";
import { cancelRequestSchema, chaseRequestSchema } from "@/lib/information/schema";
import { submit } from "@/lib/request/submit";

export const chaseRequest = submit(
  chaseRequestSchema,
  information.chaseRequest,
  ({ reference }) => `/cases/${reference}/requests?done=chased` as Route,
);

export const cancelRequest = submit(
  cancelRequestSchema,
  information.cancelRequest,
  ({ reference }) => `/cases/${reference}/requests?done=cancelled` as Route,
);
