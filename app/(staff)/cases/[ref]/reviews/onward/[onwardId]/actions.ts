"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as onward from "@/lib/support/onward/commands";
import { answerOnwardSchema, chaseOnwardSchema } from "@/lib/support/onward/schema";

export const answerOnward = submit(
  answerOnwardSchema,
  onward.answerOnward,
  ({ path, state }) => `${path}?done=onward_${state}` as Route,
);

export const chaseOnward = submit(
  chaseOnwardSchema,
  onward.chaseOnward,
  ({ path }) => `${path}?done=onward_chased` as Route,
);
