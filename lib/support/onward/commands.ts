import "server-only";

import { record } from "@/lib/audit/record";
import { addWorkingDays, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { workingDaysToAnswer } from "@/lib/signposts/commands";
import { assertAskedAgain } from "@/lib/signposts/rules";
import { getOnward } from "./queries";
import type { AnswerOnward, ChaseOnward } from "./schema";

const settled = "This has been answered already. Reload it to see.";

/** The service has taken the person on, or has not, or is silent: then what happens instead is said as well. */
export async function answerOnward(ctx: Context, { onwardId, version, ...input }: AnswerOnward) {
  const { reference, dataKeyId, path, chases } = await getOnward(ctx, onwardId);
  const { state, answer, answeredOn } = input;
  assertAskedAgain(state, chases);
  const { count } = await ctx.tx.onwardReferral.updateMany({
    where: { id: onwardId, version, state: "waiting" },
    data: { state, answer, answeredOn: toDateColumn(answeredOn), version: version + 1 },
  });
  if (count === 0) throw new RuleBroken(settled);
  await record(ctx, { type: "onward.answered", dataKeyId, facts: { reference, state } });
  return { path, state };
}

/** Asked again: it waits as long once more, on a clock of its own. */
export async function chaseOnward(ctx: Context, { onwardId, version }: ChaseOnward) {
  const { reference, dataKeyId, path, chases } = await getOnward(ctx, onwardId);
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
  await record(ctx, { type: "onward.chased", dataKeyId, facts: { reference, chases: chases + 1 } });
  return { path };
}
