import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { getCriterion } from "@/lib/benchmarks/queries";
import { isLow } from "@/lib/benchmarks/rules";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, RuleBroken } from "@/lib/errors";
import { getPlanToWrite, listPlans } from "@/lib/plans/queries";
import { planInForce } from "@/lib/plans/rules";

/** A low score, for the co-ordinator who takes it into a plan. */
export async function getLowScore(ctx: Context, assessmentId: string, code: string) {
  const found = await getCriterion(ctx, assessmentId, code);
  authorize(ctx.actor, "benchmark:write", found.assessment.parties);
  if (!isLow(found.answer.level)) throw new RuleBroken("This level asks for no action");
  return found;
}

/** The same with the plan in force, or the newest that is kept here, to add an action to. */
export async function getPlanForLowScore(ctx: Context, assessmentId: string, code: string) {
  const found = await getLowScore(ctx, assessmentId, code);
  const kept = (await listPlans(ctx)).filter(
    ({ status, parties }) => status !== "superseded" && can(ctx.actor, "plan:write", parties),
  );
  const plan = planInForce(kept, dayOf(ctx.now)) ?? kept[0];
  if (!plan) throw new NotFound("plan", assessmentId);
  return { ...found, plan: await getPlanToWrite(ctx, plan.id) };
}
