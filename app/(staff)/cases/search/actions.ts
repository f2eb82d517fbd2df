"use server";

import type { Route } from "next";

import * as texts from "@/lib/cases/texts/commands";
import { searchTextsSchema } from "@/lib/cases/texts/schema";
import { submit } from "@/lib/request/submit";

export const searchTexts = submit(
  searchTextsSchema,
  texts.searchTexts,
  ({ searchId }) => `/cases/search?search=${searchId}` as Route,
);
