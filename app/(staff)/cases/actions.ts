"use server";

import type { Route } from "next";

import * as searches from "@/lib/cases/searches/commands";
import { searchCasesSchema } from "@/lib/cases/searches/schema";
import { submit } from "@/lib/request/submit";

export const searchCases = submit(
  searchCasesSchema,
  searches.searchCases,
  ({ path }) => path as Route,
);
