"use server";

import type { Route } from "next";

import { endRole, grantRole, setStatus } from "@/lib/accounts/commands";
import { endRoleSchema, grantRoleSchema, setStatusSchema } from "@/lib/accounts/schema";
import { submit } from "@/lib/request/submit";

const personPage =
  (done: string) =>
  ({ userId }: { userId: string }) =>
    `/admin/people/${userId}?done=${done}` as Route;

export const grantRoleAction = submit(grantRoleSchema, grantRole, personPage("granted"));
export const endRoleAction = submit(endRoleSchema, endRole, personPage("ended"));
export const setStatusAction = submit(setStatusSchema, setStatus, personPage("status"));
