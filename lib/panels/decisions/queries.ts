import "server-only";

import { record } from "@/lib/audit/record";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { latestPlan } from "@/lib/support/queries";
import { missingFromPlan } from "@/lib/support/rules";
import { getItemToDecide, listAssessments } from "../queries";
import { outcomesFor } from "../rules";

/** What a chair has to choose from while deciding. The view is recorded. */
export async function viewItemToDecide(ctx: Context, itemId: string) {
  const item = await getItemToDecide(ctx, itemId);
  const { id: caseId, reference, dataKeyId, status } = item.case;
  const plan = await latestPlan(ctx, caseId);
  const assessments = await listAssessments(ctx, caseId);
  const information = await ctx.tx.informationItem.findMany({
    where: { caseId },
    orderBy: { datedOn: "desc" },
    take: 50,
    select: {
      id: true,
      kind: true,
      source: true,
      datedOn: true,
      corroboration: true,
      supplier: { select: { name: true } },
    },
  });
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "decision" } });
  return {
    ...item,
    outcomes: item.quorum.isQuorate ? outcomesFor(status) : (["discussed_only"] as const),
    missingFromPlan: missingFromPlan(plan ?? {}),
    exitAssessments: assessments.filter(({ purpose }) => purpose === "exit"),
    information: information.map((piece) => ({
      ...piece,
      datedOn: fromDateColumn(piece.datedOn),
    })),
  };
}
