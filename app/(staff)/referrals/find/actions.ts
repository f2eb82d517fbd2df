"use server";

import type { Route } from "next";

import * as people from "@/lib/people/commands";
import { findPersonSchema } from "@/lib/people/schema";
import { submit } from "@/lib/request/submit";

export const startSearch = submit(
  findPersonSchema,
  people.startSearch,
  ({ searchId }) => `/referrals/find/${searchId}` as Route,
);
