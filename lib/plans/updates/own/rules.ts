import type { Rag } from "@/lib/plans/labels";

type Seen = {
  rag: Rag;
  isStale: boolean;
  ragReason: string | null;
  recoveryPlan: string | null;
};

/**
 * Why "as before" cannot be said of an action. Amber and red were explained when they were said, and that still
 * holds; what turned amber by silence nobody has explained.
 */
export function cannotStayAsBefore({ rag, isStale, ragReason, recoveryPlan }: Seen): string | null {
  if (isStale) return "Nobody has said how this one stands for too long: say how it stands now";
  if (rag === "amber" && !(ragReason && recoveryPlan))
    return "This one is amber without a way back: say more on its own page";
  if (rag === "red" && !ragReason)
    return "This one is red without a reason: say more on its own page";
  if (rag === "blue") return "This one is done already";
  return null;
}
