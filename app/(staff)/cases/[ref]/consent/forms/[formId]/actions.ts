"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/forms/commands";
import { returnFormSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const returnForm = submit(
  returnFormSchema,
  consent.returnForm,
  ({ reference }) => `/cases/${reference}/consent?done=returned` as Route,
);
