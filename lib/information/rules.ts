import type { Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { Answer, Corroboration, RequestCell, RequestState } from "@/lib/information/labels";
import { requestStateLabels } from "@/lib/information/labels";

/** Stands on every view and every export of the item, until it is erased (IS-10). */
export const disprovedMark = "Found to be untrue. It must not be relied on.";

/** Said to whoever saves what somebody else has saved in the meantime. */
export const overtaken = "Somebody has just changed this. Reload the page to see what it says now.";

export const isDisproved = ({ corroboration }: { corroboration: Corroboration }): boolean =>
  corroboration === "disproved";

export function assertCorroborationChanges(was: Corroboration, becomes: Corroboration): void {
  if (was === becomes) throw new RuleBroken("That is what is recorded already");
}

type Request = { state: RequestState; dueDay: Day };

export const isLate = ({ state, dueDay }: Request, today: Day): boolean =>
  (state === "asked" || state === "part") && dueDay < today;

/** One organisation's place in the table of who was asked and who has answered. */
export function requestCell(request: Request | null, today: Day): RequestCell {
  if (!request) return "not_asked";
  return isLate(request, today) ? "late" : request.state;
}

const answerable: Record<RequestState, readonly Answer[]> = {
  asked: ["answered", "part", "nil", "declined"],
  part: ["answered", "part", "declined"],
  answered: [],
  nil: ["answered", "part"],
  declined: ["answered", "part"],
  cancelled: [],
};

/** More may always follow, and a refusal may be thought again; a whole answer stands. */
export function assertCanAnswer(state: RequestState, answer: Answer): void {
  if (!answerable[state].includes(answer)) {
    throw new RuleBroken("This request has already been answered, or is no longer needed");
  }
}

/** The ways in which a request can be answered now. */
export const answersTo = (state: RequestState): readonly Answer[] => answerable[state];

/** T07: the assessment need not wait for those who had their time. */
export const isSettled = (request: Request, today: Day): boolean =>
  request.state !== "asked" || isLate(request, today);

export const isWaiting = (state: RequestState): boolean => state === "asked" || state === "part";

/** A reminder goes out once a day, while something is still wanted. */
export function assertCanChase(state: RequestState, chasedOn: Day | null, today: Day): void {
  assertWaiting(state);
  if (chasedOn === today)
    throw new RuleBroken(
      "This organisation has been reminded today. Another reminder can go tomorrow.",
    );
}

export function assertWaiting(state: RequestState): void {
  if (!isWaiting(state))
    throw new RuleBroken(
      `This request is no longer waiting: ${requestStateLabels[state].toLowerCase()}.`,
    );
}
