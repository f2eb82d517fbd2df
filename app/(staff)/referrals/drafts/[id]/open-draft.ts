import type { Route } from "next";
import { redirect } from "next/navigation";

import { load } from "@/lib/request/load";

type Sent = { sentAs: string };
type View<T> = Parameters<typeof load<T | Sent>>[0];

/** A page of a draft. Once the draft is sent, its pages lead to what was sent. */
export async function openDraft<T extends object>(view: View<T>): Promise<Exclude<T, Sent>> {
  const found = await load(view);
  if ("sentAs" in found) redirect(`/referrals/${found.sentAs}` as Route);
  return found as Exclude<T, Sent>;
}
