"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as notices from "@/lib/told/area-notices/commands";
import { setNoticeSchema } from "@/lib/told/area-notices/schema";

export const setNotice = submit(
  setNoticeSchema,
  notices.setNotice,
  () => "/admin/areas?done=notice" as Route,
);
