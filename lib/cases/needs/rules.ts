import type { Need, NeedKind } from "@/lib/cases/needs/labels";

/** AF-08: lived experience of mental health or neurodiversity is a need, and one for health to hear of. */
const forHealth: readonly Need[] = ["mental_health", "neurodiversity"];

type Entry = { kind: NeedKind; need: Need | null; stands: boolean };

/** AF-08: the health partner should be asked, unless one has been. It says nothing of a risk. */
export const shouldInvolveHealth = (
  entries: readonly Entry[],
  { isHealthInvolved }: { isHealthInvolved: boolean },
): boolean =>
  !isHealthInvolved &&
  entries.some(({ need, stands }) => stands && need !== null && forHealth.includes(need));
