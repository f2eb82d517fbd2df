import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound } from "@/lib/errors";
import { listActionsOfRisk, listActionsToLink } from "@/lib/risks/links/queries";
import { getRisk } from "@/lib/risks/queries";
import { assertRiskIsOpen } from "@/lib/risks/rules";
import type { LinkRisk } from "@/lib/risks/schema";

/** An action of a plan answers a risk. The link is seen from both of them. */
export async function linkRisk(ctx: Context, { riskId, actionId }: LinkRisk) {
  const { actor, tx, now } = ctx;
  const risk = await getRisk(ctx, riskId, "risk:write");
  assertRiskIsOpen(risk);
  const action = (await listActionsToLink(ctx)).find(({ id }) => id === actionId);
  if (!action) throw new FieldsRefused({ actionId: ["Select an action"] });
  const linked = await listActionsOfRisk(ctx, riskId);
  if (linked.some((one) => one.actionId === actionId))
    throw new FieldsRefused({ actionId: ["That action is linked already"] });
  const { planId } = action;
  await tx.riskAction.createMany({
    data: {
      riskId,
      actionId,
      planId,
      areaId: risk.areaId,
      linkedByHatId: actor.hatId,
      linkedAt: now,
    },
  });
  await record(ctx, { type: "risk.linked", facts: { riskId, actionId } });
  return { riskId };
}

export async function unlinkRisk(ctx: Context, { riskId, actionId }: LinkRisk) {
  const { tx, now } = ctx;
  const risk = await getRisk(ctx, riskId, "risk:write");
  assertRiskIsOpen(risk);
  const { count } = await tx.riskAction.updateMany({
    where: { riskId, actionId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) throw new NotFound("link", actionId);
  await record(ctx, { type: "risk.unlinked", facts: { riskId, actionId } });
  return { riskId };
}
