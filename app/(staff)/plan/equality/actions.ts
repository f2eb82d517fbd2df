"use server";

import type { Route } from "next";

import * as equality from "@/lib/plans/equality/commands";
import { saveEqualitySchema, signEqualitySchema } from "@/lib/plans/equality/schema";
import { submit } from "@/lib/request/submit";

export const saveEquality = submit(
  saveEqualitySchema,
  equality.saveEquality,
  ({ planId }) => `/plan/equality?plan=${planId}&done=equality_saved` as Route,
);

export const signEquality = submit(
  signEqualitySchema,
  equality.signEquality,
  ({ planId }) => `/plan/equality?plan=${planId}&done=equality_signed` as Route,
);
