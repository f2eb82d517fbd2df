"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as threat from "@/lib/threat/commands";
import { setThreatLevelSchema } from "@/lib/threat/schema";

export const setThreatLevel = submit(
  setThreatLevelSchema,
  threat.setThreatLevel,
  () => "/plan/threat-level?done=level_set" as Route,
);
