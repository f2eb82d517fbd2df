"use server";

import type { Route } from "next";

import * as papers from "@/lib/panels/papers/commands";
import { papersCloseSchema } from "@/lib/panels/papers/schema";
import { submit } from "@/lib/request/submit";

export const setPapersClose = submit(
  papersCloseSchema,
  papers.setPapersClose,
  () => "/admin/areas?done=papers" as Route,
);
