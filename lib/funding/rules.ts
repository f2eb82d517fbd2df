import { type Day, financialYearName, financialYearOf } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import { type ClaimState, type EntryKind, entryKinds } from "@/lib/funding/labels";

/** Sums of whole pence by kind of entry. */
export type Totals = Record<EntryKind, number>;
export type Entry = {
  lineId: string;
  projectId: string | null;
  postId: string | null;
  kind: EntryKind;
  pence: number;
};

const kinds = Object.keys(entryKinds) as EntryKind[];
export const noTotals = (): Totals => Object.fromEntries(kinds.map((kind) => [kind, 0])) as Totals;

/** Whole pence added to whole pence: nothing is rounded, so nothing is lost. */
export function totalsOf(entries: readonly Pick<Entry, "kind" | "pence">[]): Totals {
  const totals = noTotals();
  for (const { kind, pence } of entries) totals[kind] += pence;
  return totals;
}

export const addTotals = (all: readonly Totals[]): Totals =>
  totalsOf(all.flatMap((totals) => kinds.map((kind) => ({ kind, pence: totals[kind] }))));

/** The same entries by what they are of. Each entry is in one part and no more. */
export function totalsBy<E extends Pick<Entry, "kind" | "pence">>(
  entries: readonly E[],
  keyOf: (entry: E) => string,
): Map<string, Totals> {
  const parts = new Map<string, E[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    parts.set(key, [...(parts.get(key) ?? []), entry]);
  }
  return new Map([...parts].map(([key, part]) => [key, totalsOf(part)]));
}

/** What an entry is of: a project, a post, or the line in general. */
export const ofWhat = ({ projectId, postId }: Pick<Entry, "projectId" | "postId">): string =>
  projectId ?? postId ?? "general";

/** What is left when the year has come to what is forecast: less than nothing is an overspend. */
export const varianceOf = ({ budget, forecast }: Totals): number => budget - forecast;
/** What has not been given to a project or a post yet. */
export const unallocatedOf = ({ budget, allocated }: Totals): number => budget - allocated;
export const isOverspent = ({ budget, committed, spent, forecast }: Totals): boolean =>
  spent > budget || committed > budget || forecast > budget;

/** The years a line may be of: the one before this, this, and the two to come. */
export function yearsToChoose(today: Day): Record<Day, string> {
  const now = Number(financialYearOf(today).slice(0, 4));
  const days = [now - 1, now, now + 1, now + 2].map((year) => `${year}-04-01`);
  return Object.fromEntries(days.map((day) => [day, financialYearName(day)]));
}

export const isOfYear = (day: Day, yearDay: Day): boolean => financialYearOf(day) === yearDay;

/** Nothing is given out that the line does not have, and no budget is taken away that has been given out. */
export function assertIsThere(kind: EntryKind, pence: number, totals: Totals): void {
  const after = addTotals([totals, totalsOf([{ kind, pence }])]);
  if ((kind === "allocated" || kind === "budget") && unallocatedOf(after) < 0)
    throw new RuleBroken(
      kind === "allocated"
        ? "The line does not have that much left to allocate"
        : "More has been allocated than the line would then have. Take back allocations first.",
    );
}

type Corrected = { correctsId: string | null; isCorrected: boolean };

/** What was put right stays so, and what puts it right is not put right itself. */
export function assertCanBeCorrected({ correctsId, isCorrected }: Corrected): void {
  if (correctsId)
    throw new RuleBroken("This entry puts another right. Enter the amount again instead.");
  if (isCorrected) throw new RuleBroken("This entry has been put right already");
}

type Claim = { madeDay: Day | null; paidDay: Day | null };
export function claimState({ madeDay, paidDay }: Claim): ClaimState {
  if (paidDay) return "paid";
  return madeDay ? "made" : "due";
}

export function assertCanBeMade(claim: Claim): void {
  if (claimState(claim) !== "due") throw new RuleBroken("This claim has been made already");
}

export function assertCanBePaid(claim: Claim): void {
  const state = claimState(claim);
  if (state === "due") throw new RuleBroken("This claim has not been made yet");
  if (state === "paid") throw new RuleBroken("This claim has been paid already");
}
