import { type ConcernOutcome, type ConcernStatus, statusLabels } from "@/lib/concerns/labels";
import type { Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { HowKnown } from "@/lib/referrals/labels";
import type { Answers } from "@/lib/referrals/schema";

export const statusAfter: Record<ConcernOutcome, ConcernStatus> = {
  share: "shared",
  close: "closed",
};

export const isOpen = (status: ConcernStatus): boolean =>
  status === "noticed" || status === "checking";

export function assertOpen(status: ConcernStatus): void {
  if (!isOpen(status)) throw new RuleBroken("This concern has already been shared or closed");
}

/** Sharing never waits for a check. Closing does: somebody has to have looked. */
export function assertCanDecide(status: ConcernStatus, outcome: ConcernOutcome): void {
  assertOpen(status);
  if (outcome === "close" && status === "noticed") {
    throw new RuleBroken("Record who you spoke to and what else could explain it before you close");
  }
}

/** One way out at a time: a referral that was begun is sent or deleted before anything else is decided. */
export function assertNoDraft(referralId: string | null): void {
  if (referralId) {
    throw new RuleBroken("A referral has been started from this. Send it or delete it first.");
  }
}

type Noticed = { noticed: string; noticedOn: Day; howKnown: HowKnown; hatId: string };
type Check = { otherExplanation: string; hatId: string };

/**
 * What the referral form asks in the same words, as far as the same person typed it. Nothing that
 * was decided, and nothing that a colleague wrote.
 */
export function answersFrom(
  { hatId, ...concern }: Noticed,
  checks: Check[],
  mine: string,
): Answers {
  const explained = checks.filter((check) => check.hatId === mine);
  return {
    ...(hatId === mine && {
      concern: {
        whatHappened: concern.noticed,
        firstNoted: concern.noticedOn,
        howKnown: concern.howKnown,
      },
    }),
    ...(explained.length > 0 && {
      explanation: {
        otherExplanation: explained.map(({ otherExplanation }) => otherExplanation).join("\n\n"),
      },
    }),
  };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What an address says of the list. What it says wrongly is passed over. */
export function filtersFrom({ status, page }: Query) {
  const known = (Object.keys(statusLabels) as ConcernStatus[]).find((code) => code === status);
  const number = Number(page);
  const isPage = Number.isInteger(number) && number >= 1 && number <= 10_000;
  return { ...(known && { status: known }), page: isPage ? number : 1 };
}
