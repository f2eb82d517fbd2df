"use server";

import type { Route } from "next";

import * as information from "@/lib/information/answers/commands";
import { answerRequestSchema } from "@/lib/information/schema";
import { submit } from "@/lib/request/submit";

export const answerRequest = submit(
  answerRequestSchema,
  information.answerRequest,
  ({ requestId }) => `/requests/${requestId}?done=answered` as Route,
);
