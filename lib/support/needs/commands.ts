import "server-only";

import { record } from "@/lib/audit/record";
import type { CaseRecord } from "@/lib/cases/queries";
import { getCaseById } from "@/lib/cases/queries";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { planStanding } from "../queries";
import { assertCanWritePlan } from "../rules";
import { getNeedToEnd } from "./queries";
import type { AddNeed, EndNeed } from "./schema";

/** Which version a change goes into: the next, when the plan may be written at all (T17). */
async function nextVersion(ctx: Context, { id, status }: CaseRecord): Promise<number> {
  const { plan, ...standing } = await planStanding(ctx, id);
  assertCanWritePlan({ status, ...standing });
  return (plan?.number ?? 0) + 1;
}

export async function addNeed(ctx: Context, { caseId, ...input }: AddNeed) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "support:write");
  const { areaId, reference, dataKeyId } = caseRecord;
  const addedIn = await nextVersion(ctx, caseRecord);
  await tx.supportNeed.createMany({
    data: { ...input, caseId, areaId, addedIn, addedByHatId: actor.hatId, addedAt: now },
  });
  await record(ctx, { type: "support_need.added", dataKeyId, facts: { reference, addedIn } });
  return { reference };
}

/** It stays in every version that had it, and is not in the next. */
export async function endNeed(ctx: Context, { needId, version }: EndNeed) {
  const need = await getNeedToEnd(ctx, needId);
  const { reference, dataKeyId } = need.case;
  const endedIn = await nextVersion(ctx, need.case);
  const { count } = await ctx.tx.supportNeed.updateMany({
    where: { id: needId, version, endedIn: null },
    data: { endedIn, version: version + 1 },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this need. Reload it to see.");
  await record(ctx, { type: "support_need.ended", dataKeyId, facts: { reference, endedIn } });
  return { reference };
}
