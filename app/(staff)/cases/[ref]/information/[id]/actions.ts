"use server";

import type { Route } from "next";

import * as information from "@/lib/information/items/commands";
import { changeCorroborationSchema } from "@/lib/information/schema";
import { submit } from "@/lib/request/submit";

export const changeCorroboration = submit(
  changeCorroborationSchema,
  information.changeCorroboration,
  ({ reference }) => `/cases/${reference}/information?done=corroboration` as Route,
);
