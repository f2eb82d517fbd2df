"use server";

import type { Route } from "next";

import * as consent from "@/lib/consent/forms/commands";
import { handOverFormSchema } from "@/lib/consent/schema";
import { submit } from "@/lib/request/submit";

export const handOverForm = submit(
  handOverFormSchema,
  consent.handOverForm,
  ({ reference }) => `/cases/${reference}/support?done=handed` as Route,
);
