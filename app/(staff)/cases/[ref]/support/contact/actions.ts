"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as support from "@/lib/support/commands";
import { contactSchema } from "@/lib/support/schema";

export const recordContact = submit(
  contactSchema,
  support.recordContact,
  ({ reference }) => `/cases/${reference}/support?done=contact` as Route,
);
