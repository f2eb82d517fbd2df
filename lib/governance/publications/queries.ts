import "server-only";

import { type Day, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import type { DecisionKind } from "@/lib/governance/labels";

export type PublicDecision = {
  itemId: string;
  bodyName: string;
  heldDay: Day;
  title: string;
  decisionKind: DecisionKind;
  decision: string;
};

export const decisionsAPage = 25;

/** 2.8: the decisions that bodies have made public, newest first. */
export async function listPublicDecisions({ tx }: Context, page: number) {
  const where = { withdrawnAt: null };
  const total = await tx.governancePublication.count({ where });
  const found = await tx.governancePublication.findMany({
    where,
    select: {
      itemId: true,
      bodyName: true,
      heldOn: true,
      title: true,
      decisionKind: true,
      decision: true,
    },
    orderBy: [{ heldOn: "desc" }, { itemId: "desc" }],
    skip: (page - 1) * decisionsAPage,
    take: decisionsAPage,
  });
  const decisions: PublicDecision[] = found.map(({ heldOn, decisionKind, ...decision }) => ({
    ...decision,
    heldDay: fromDateColumn(heldOn),
    decisionKind: decisionKind as DecisionKind,
  }));
  return { total, decisions };
}
