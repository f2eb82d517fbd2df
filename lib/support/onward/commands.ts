import "server-only";

import { record } from "@/lib/audit/record";
import type { CaseRecord } from "@/lib/cases/queries";
import { addWorkingDays, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import type { OnwardStage } from "./labels";
import { getOnward } from "./queries";
import type { AnswerOnward, ChaseOnward } from "./schema";

/** How long a service has before it is asked again. */
const workingDaysToAnswer = 10;

/** Another service is asked to take the person on. Joins the caller's transaction, which records the event. */
export async function openOnward(
  { tx, actor, now }: Context,
  { id: caseId, areaId }: CaseRecord,
  { service, stage }: { service: string; stage: OnwardStage },
): Promise<void> {
  const today = dayOf(now);
  await tx.onwardReferral.createMany({
    data: {
      ...{ caseId, areaId, service, madeAtStage: stage, madeByHatId: actor.hatId },
      madeOn: toDateColumn(today),
      dueOn: toDateColumn(addWorkingDays(today, workingDaysToAnswer)),
    },
  });
}

const settled = "This has been answered already. Reload it to see.";

/** The service has taken the person on, or has not: then what happens instead is said as well. */
export async function answerOnward(ctx: Context, { onwardId, version, ...input }: AnswerOnward) {
  const { case: caseRecord } = await getOnward(ctx, onwardId);
  const { state, answer, answeredOn } = input;
  const { count } = await ctx.tx.onwardReferral.updateMany({
    where: { id: onwardId, version, state: "waiting" },
    data: { state, answer, answeredOn: toDateColumn(answeredOn), version: version + 1 },
  });
  if (count === 0) throw new RuleBroken(settled);
  const { reference, dataKeyId } = caseRecord;
  await record(ctx, { type: "onward.answered", dataKeyId, facts: { reference, state } });
  return { reference, state };
}

/** Asked again: it waits as long once more. */
export async function chaseOnward(ctx: Context, { onwardId, version }: ChaseOnward) {
  const { case: caseRecord, chases } = await getOnward(ctx, onwardId);
  const today = dayOf(ctx.now);
  const { count } = await ctx.tx.onwardReferral.updateMany({
    where: { id: onwardId, version, state: "waiting" },
    data: {
      chases: chases + 1,
      chasedOn: toDateColumn(today),
      dueOn: toDateColumn(addWorkingDays(today, workingDaysToAnswer)),
      version: version + 1,
    },
  });
  if (count === 0) throw new RuleBroken(settled);
  const { reference, dataKeyId } = caseRecord;
  await record(ctx, { type: "onward.chased", dataKeyId, facts: { reference, chases: chases + 1 } });
  return { reference };
}
