import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getWaits } from "@/lib/plans/dependencies/queries";
import type { SetWaits } from "@/lib/plans/dependencies/schema";
import { assertPlanIsOpen } from "@/lib/plans/rules";

/** What an action waits for, all of it at once. What is no longer waited for is ended, not erased. */
export async function setWaits(ctx: Context, { actionId, version, needsIds }: SetWaits) {
  const { actor, tx, now } = ctx;
  const { action, mayNeed } = await getWaits(ctx, actionId);
  const { plan, edited } = action;
  assertPlanIsOpen(plan);
  if (!needsIds.every((id) => mayNeed.some((one) => one.actionId === id)))
    throw new FieldsRefused({
      needsIds: ["An action cannot wait for one that waits for it, or for one of another plan"],
    });
  const { count } = await tx.action.updateMany({
    where: { id: actionId, version },
    data: { version: version + 1 },
  });
  const waiting = action.waitsFor.map((one) => `${one.reference} ${one.text}`).join(", ");
  if (count === 0)
    throw new Overtaken(
      edited?.by ?? "Somebody else",
      edited ? `on ${formatInstant(edited.at)}` : "since you opened this page",
      [{ name: "needsIds", label: "It waits for", theirs: waiting || "Nothing" }],
      action.detailsVersion,
    );

  await tx.planAction.updateMany({
    where: { actionId },
    data: { editedByHatId: actor.hatId, editedAt: now },
  });
  await tx.planDependency.updateMany({
    where: { actionId, endedAt: null, NOT: { needsId: { in: needsIds } } },
    data: { endedAt: now },
  });
  const known = new Set(action.waitsFor.map((one) => one.actionId));
  const added = [...new Set(needsIds)].filter((id) => !known.has(id));
  if (added.length > 0)
    await tx.planDependency.createMany({
      data: added.map((needsId) => ({
        ...{ actionId, needsId, planId: plan.id, areaId: plan.areaId },
        ...{ addedByHatId: actor.hatId, addedAt: now },
      })),
    });
  await record(ctx, {
    type: "plan_action.waits_set",
    facts: { planId: plan.id, actionId, waits: needsIds.length },
  });
  return { actionId };
}
