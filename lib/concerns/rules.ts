import type { ConcernOutcome, ConcernStatus } from "@/lib/concerns/labels";
import { RuleBroken } from "@/lib/errors";

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
