import { StatusTag } from "@/components/ui/tag";
import type { Day } from "@/lib/dates";
import { type SessionState, sessionStates } from "@/lib/training/labels";

const meanings = { planned: "waiting", held: "done", cancelled: "closed" } as const;
type Props = { session: { status: SessionState; heldDay: Day }; today: Day };

/** A planned session whose day is over waits for somebody to say what became of it. */
export function SessionTag({ session: { status, heldDay }, today }: Props) {
  if (status === "planned" && heldDay < today)
    return <StatusTag meaning="soon">To be confirmed</StatusTag>;
  return <StatusTag meaning={meanings[status]}>{sessionStates[status]}</StatusTag>;
}
