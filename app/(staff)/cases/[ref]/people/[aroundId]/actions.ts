"use server";

import type { Route } from "next";

import * as around from "@/lib/cases/around/commands";
import { changeAroundSchema } from "@/lib/cases/around/schema";
import { submit } from "@/lib/request/submit";

export const changeAround = submit(
  changeAroundSchema,
  around.changeAround,
  ({ reference, stays }) =>
    `/cases/${reference}/people?done=${stays ? "around_changed" : "around_removed"}` as Route,
);
