import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { getActionToFund } from "@/lib/funding/links/queries";
import type { FundAction } from "@/lib/funding/schema";

/** Says which lines pay for an action. What is no longer ticked is ended, and stays in the history. */
export async function fundAction(ctx: Context, { actionId, lineIds }: FundAction) {
  const { actor, tx, now } = ctx;
  const { action, lines, linked } = await getActionToFund(ctx, actionId);
  if (!lineIds.every((id) => lines.some((line) => line.id === id)))
    throw new FieldsRefused({ lineIds: ["Select the lines that pay for it"] });
  const before = linked.map(({ id }) => id);
  const mine = lines.map(({ id }) => id);
  const ended = before.filter((id) => mine.includes(id) && !lineIds.includes(id));
  const begun = [...new Set(lineIds)].filter((id) => !before.includes(id));
  await tx.fundingAction.updateMany({
    where: { actionId, lineId: { in: ended }, endedAt: null },
    data: { endedAt: now },
  });
  const by = { linkedByHatId: actor.hatId, linkedAt: now };
  await tx.fundingAction.createMany({
    data: begun.map((lineId) => ({
      ...{ lineId, actionId, planId: action.planId, areaId: actor.areaId, ...by },
    })),
  });
  await record(ctx, {
    type: "funding.linked",
    facts: { actionId, begun: begun.length, ended: ended.length },
  });
  return { actionId };
}
