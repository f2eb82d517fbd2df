import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { listRelated } from "./queries";

type Forward = { id: string; caseId: string | null; submittedAt: Date };

/**
 * T29: what was taken forward names the latest earlier referral of the same person, and the latest earlier
 * case. The links are the truth: this is worked out again whenever one is made or taken back.
 */
export async function namePrevious(ctx: Context, { id, caseId, submittedAt }: Forward) {
  if (!caseId) return;
  const related = await listRelated(ctx, id, []);
  const earlier = related.filter((one) => one.isSame && one.submittedAt < submittedAt);
  const previousId = earlier[0]?.id ?? null;
  const previousCaseId = earlier.find((one) => one.caseId)?.caseId ?? null;
  await ctx.tx.referral.updateMany({ where: { id }, data: { previousId } });
  await ctx.tx.case.updateMany({ where: { id: caseId }, data: { previousId: previousCaseId } });
}
