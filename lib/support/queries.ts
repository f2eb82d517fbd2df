import "server-only";

import type { Context } from "@/lib/db/with-actor";

export const planFacts = {
  id: true,
  number: true,
  consentAsked: true,
  nature: true,
  provider: true,
  delivery: true,
  objective: true,
  exitCriteria: true,
  safeguardingContact: true,
  writtenAt: true,
} as const;

/** The plan as it stands. Earlier versions are kept beside it. */
export const latestPlan = ({ tx }: Context, caseId: string) =>
  tx.supportPlan.findFirst({ where: { caseId }, orderBy: { number: "desc" }, select: planFacts });
