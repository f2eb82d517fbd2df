import type { Route } from "next";
import { redirect } from "next/navigation";

import type { Context } from "@/lib/db/with-actor";
import { load } from "@/lib/request/load";

/** A page of a draft. Once the draft is sent, its pages lead to what was sent. */
export async function openDraft<T extends object>(
  view: (ctx: Context) => Promise<T | { sentAs: string }>,
): Promise<T> {
  const found = await load(view);
  if ("sentAs" in found) redirect(`/referrals/${found.sentAs}` as Route);
  return found as T;
}
