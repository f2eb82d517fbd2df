"use server";

import type { Route } from "next";

import * as around from "@/lib/cases/around/commands";
import { addAroundSchema } from "@/lib/cases/around/schema";
import { submit } from "@/lib/request/submit";

export const addAround = submit(
  addAroundSchema,
  around.addAround,
  ({ reference }) => `/cases/${reference}/people?done=around` as Route,
);
