"use server";

import type { Route } from "next";

import * as concerns from "@/lib/concerns/commands";
import { noticeConcernSchema } from "@/lib/concerns/schema";
import { submit } from "@/lib/request/submit";

export const noticeConcern = submit(
  noticeConcernSchema,
  concerns.noticeConcern,
  ({ concernId }) => `/concerns/${concernId}?done=noticed` as Route,
);
