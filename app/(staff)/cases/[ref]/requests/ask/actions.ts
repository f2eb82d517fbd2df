"use server";

import type { Route } from "next";

import * as information from "@/lib/information/requests/commands";
import { askForInformationSchema } from "@/lib/information/schema";
import { submit } from "@/lib/request/submit";

export const askForInformation = submit(
  askForInformationSchema,
  information.askForInformation,
  ({ reference }) => `/cases/${reference}/requests?done=asked` as Route,
);
