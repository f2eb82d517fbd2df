import { RuleBroken } from "@/lib/errors";
import type { FrameworkStatus } from "./labels";

/** What was published is what assessments were made with: it changes no more (AF-01). */
export function assertDraft({ status }: { status: FrameworkStatus }): void {
  if (status !== "draft")
    throw new RuleBroken("This version was published, so it cannot change. Start a new version.");
}

type Draft = { status: FrameworkStatus; sections: readonly unknown[] };

export function assertCanPublish({ status, sections }: Draft): void {
  assertDraft({ status });
  if (sections.length === 0) throw new RuleBroken("Add at least one section before you publish.");
}

export function assertCanRetire({ status }: { status: FrameworkStatus }): void {
  if (status === "retired") throw new RuleBroken("This version is not used any more already.");
}

/** The order after one of them takes the place it was given, counted from 1. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((one) => one !== id);
  const at = Math.min(Math.max(to, 1), ids.length) - 1;
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** Versions are counted; the one every area begins with has a name of its own. */
export const nextVersion = (versions: readonly string[]): string =>
  `${Math.max(0, ...versions.filter((one) => /^\d{1,4}$/.test(one)).map(Number)) + 1}`;
