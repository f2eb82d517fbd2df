"use server";

import type { Route } from "next";

import * as beside from "@/lib/panels/beside/commands";
import { setBesideSchema } from "@/lib/panels/beside/schema";
import { submit } from "@/lib/request/submit";

export const setBeside = submit(
  setBesideSchema,
  beside.setBeside,
  () => "/admin/areas?done=beside" as Route,
);
