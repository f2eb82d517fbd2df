import "server-only";

import { record } from "@/lib/audit/record";
import { getLowScore } from "@/lib/benchmarks/plan-actions/queries";
import type { AddBenchmarkAction } from "@/lib/benchmarks/schema";
import type { Context } from "@/lib/db/with-actor";
import { addPlanAction } from "@/lib/plans/actions/commands";

/** A low score becomes an action of the plan, and each leads to the other (8.5). */
export async function addBenchmarkAction(ctx: Context, input: AddBenchmarkAction) {
  const { actor, tx, now } = ctx;
  const { assessmentId, criterion, ...action } = input;
  const { assessment, answer } = await getLowScore(ctx, assessmentId, criterion);
  const { actionId, planId } = await addPlanAction(ctx, action);
  await tx.benchmarkAction.createMany({
    data: {
      ...{ answerId: answer.id, assessmentId, areaId: assessment.areaId, actionId, planId },
      ...{ linkedByHatId: actor.hatId, linkedAt: now },
    },
  });
  await record(ctx, {
    type: "benchmark.action_added",
    facts: { assessmentId, criterion, actionId },
  });
  return { assessmentId, criterion };
}
