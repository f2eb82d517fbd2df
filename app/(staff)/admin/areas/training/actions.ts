"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import { setTrainingSchema } from "@/lib/training/schema";
import * as settings from "@/lib/training/settings/commands";

export const setTraining = submit(
  setTrainingSchema,
  settings.setTraining,
  () => "/admin/areas?done=training" as Route,
);
