import { type Plan, type PlanContent, planContents } from "../rules";

export type Versioned = { addedIn: number; endedIn: number | null };

/** What stood in one version of the plan (T17): added in it or before, and not ended by it. */
export const needsIn = <Need extends Versioned>(needs: readonly Need[], version: number): Need[] =>
  needs.filter(
    ({ addedIn, endedIn }) => addedIn <= version && (endedIn === null || endedIn > version),
  );

/** What one version of the plan says differently from the one before (T17). */
export function changedContents(plan: Plan, previous: Plan | null): PlanContent[] {
  if (!previous) return [];
  const contents = Object.keys(planContents) as PlanContent[];
  return contents.filter((content) => plan[content]?.trim() !== previous[content]?.trim());
}

/** What the next version will have that this one has not, and what it will leave out. */
export function needsChanged<Need extends Versioned>(needs: readonly Need[], version: number) {
  const now = needsIn(needs, version);
  const before = needsIn(needs, version - 1);
  return {
    added: now.filter((need) => !before.includes(need)),
    ended: before.filter((need) => !now.includes(need)),
  };
}

/** A version out of an address. What is no number is no version. */
export const versionOf = (address: string): number =>
  /^\d{1,6}$/.test(address) ? Number(address) : 0;
