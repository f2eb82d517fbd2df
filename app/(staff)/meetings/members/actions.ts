"use server";

import type { Route } from "next";

import * as members from "@/lib/panels/members/commands";
import { endDeputySchema, nameDeputySchema } from "@/lib/panels/members/schema";
import { submit } from "@/lib/request/submit";

const backTo = (done: string) => () => `/meetings/members?done=${done}` as Route;

export const nameDeputy = submit(nameDeputySchema, members.nameDeputy, backTo("deputy_named"));
export const endDeputy = submit(endDeputySchema, members.endDeputy, backTo("deputy_ended"));
