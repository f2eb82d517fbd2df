import { addMonths, type Day, formatDay } from "@/lib/dates";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import type { TellingStage } from "./labels";

type Journey = { isDecided: boolean; adoptedOn: Day | null; exitedOn: Day | null; isKept: boolean };

/** Which stages a case has come to, at each of which the person is told (TR-02). */
export function stagesReached({ isDecided, adoptedOn, exitedOn, isKept }: Journey): TellingStage[] {
  return [
    "referral",
    ...(isDecided ? (["panel"] as const) : []),
    ...(adoptedOn ? (["adoption"] as const) : []),
    ...(exitedOn ? (["exit"] as const) : []),
    ...(isKept ? (["erasure"] as const) : []),
  ];
}

type Telling = { stage: TellingStage; number: number; isTold: boolean; onDay: Day };

/** The last word on a stage. Earlier ones stay in the ledger. */
export const lastOn = <Row extends Telling>(
  tellings: readonly Row[],
  stage: TellingStage,
): Row | null =>
  tellings.filter((one) => one.stage === stage).toSorted((a, b) => b.number - a.number)[0] ?? null;

/** A reason not to tell is looked at again at every review (TR-02). */
export const isToLookAgain = (last: Telling | null, reviewedOn: Day | null): boolean =>
  last !== null && !last.isTold && reviewedOn !== null && last.onDay < reviewedOn;

/** The review after support is not closed over a reason that nobody has looked at since it opened. */
export function assertLookedAgain(tellings: readonly Telling[], since: Day): void {
  const stages: TellingStage[] = ["referral", "panel", "adoption", "exit"];
  if (!stages.some((stage) => isToLookAgain(lastOn(tellings, stage), since))) return;
  throw new RuleBroken(
    "Say first whether the reason not to tell the person still holds, on the page of what they have been told.",
  );
}

/** TR-03: whatever is decided has an end within a year. */
export function assertLooksAgainInTime(on: Day, today: Day): void {
  const last = addMonths(today, 12);
  if (on <= last) return;
  const sentence = `Date to look again must be on or before ${formatDay(last)}`;
  throw new FieldsRefused({ lookAgainOn: [sentence] });
}

/** A page out of an address, the first where it names none. */
export const pageOf = (address: string | string[] | undefined): number =>
  typeof address === "string" && /^[1-9]\d{0,4}$/.test(address) ? Number(address) : 1;
