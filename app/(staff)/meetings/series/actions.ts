"use server";

import type { Route } from "next";

import * as series from "@/lib/panels/series/commands";
import { seriesSchema } from "@/lib/panels/series/schema";
import { submit } from "@/lib/request/submit";

export const planSeries = submit(
  seriesSchema,
  series.planSeries,
  () => "/meetings?done=series" as Route,
);
