import type { Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { About, ChangedPart, Disposition } from "@/lib/plans/consultation/labels";
import type { PlanStatus } from "@/lib/plans/labels";

/** What is approved is asked about no more; the next version of it is. */
export function assertCanBeConsulted({ status }: { status: PlanStatus }): void {
  if (status === "approved" || status === "superseded")
    throw new RuleBroken("Only a draft is put out for consultation. Start the next version first.");
}

type Round = { isOpen: boolean; closesDay: Day };

export function assertNoneIsOpen(rounds: readonly Round[]): void {
  if (rounds.some(({ isOpen }) => isOpen))
    throw new RuleBroken("A consultation on this plan is open already. Close it first.");
}

/** Until the end of the day that was said, and not after it was closed. */
export const takesComments = ({ isOpen, closesDay }: Round, today: Day): boolean =>
  isOpen && today <= closesDay;

export function assertTakesComments(round: Round, today: Day): void {
  if (!takesComments(round, today))
    throw new RuleBroken("This consultation is over, so it takes no more comments");
}

/** What comes late is still written down, as long as the round is not closed. */
export function assertRoundIsOpen({ isOpen }: { isOpen: boolean }): void {
  if (!isOpen) throw new RuleBroken("This consultation has been closed");
}

/** What can be changed after a comment on such a line, so that before and after can be shown. */
export const partsOf: Record<About, readonly ChangedPart[]> = {
  plan: ["elsewhere"],
  theme: ["theme_title", "elsewhere"],
  action: ["text", "proportionality", "cohesion_impact", "owner_role", "elsewhere"],
};

/** How long the words of each part may be, as its own form has it. */
export const mostCharacters: Record<ChangedPart, number> = {
  ...{ text: 1000, proportionality: 1000, cohesion_impact: 1000 },
  ...{ owner_role: 200, theme_title: 100, elsewhere: 1000 },
};

export const waits = ({ disposition }: { disposition: Disposition | null }): boolean =>
  disposition === null;

export function assertNotSettled({ disposition }: { disposition: Disposition | null }): void {
  if (disposition)
    throw new RuleBroken("This comment has been answered already, and the answer stays");
}

type Comments = readonly { disposition: Disposition | null }[];

/** What still waits for an answer, as a sentence; nothing when nothing does. */
export function whatWaits(comments: Comments): string | null {
  const waiting = comments.filter(waits).length;
  if (waiting === 0) return null;
  return waiting === 1
    ? "1 comment on the plan waits for an answer. Answer it first."
    : `${waiting} comments on the plan wait for an answer. Answer them first.`;
}

/** 4.3, 4.8: every comment is tracked to what became of it before the plan is approved. */
export function assertAllSettled(comments: Comments): void {
  const why = whatWaits(comments);
  if (why) throw new RuleBroken(why);
}
