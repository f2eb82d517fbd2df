"use server";

import type { Route } from "next";

import * as limits from "@/lib/clocks/limits/commands";
import { setDirectorSchema, setLimitSchema } from "@/lib/clocks/limits/schema";
import { submit } from "@/lib/request/submit";

const backTo = (done: string) => () => `/admin/areas?done=${done}` as Route;

export const setLimit = submit(setLimitSchema, limits.setLimit, backTo("limit"));
export const setDirector = submit(setDirectorSchema, limits.setDirector, backTo("director"));
