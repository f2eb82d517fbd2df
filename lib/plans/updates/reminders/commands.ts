import "server-only";

import { record } from "@/lib/audit/record";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { notify } from "@/lib/notices/commands";
import { listHatsOver } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";

/** Owners update monthly (domain 8.2), well before silence turns an action amber. */
export const remindAfterDays = 28;

/**
 * One mail a month to whoever leads actions that nobody has spoken of since: references and a link, which leads
 * straight to the form once they have signed in (IS-23). Whom it has told it does not tell again that month.
 */
export async function remindOwners(ctx: Context): Promise<{ reminded: number }> {
  const { tx, now } = ctx;
  const today = dayOf(now);
  const limit = { lte: toDateColumn(addDays(today, -remindAfterDays)) };
  const due = await tx.planAction.findMany({
    where: {
      lastUpdateOn: limit,
      OR: [{ remindedOn: null }, { remindedOn: limit }],
      plan: { status: "approved" },
      action: {
        status: { in: ["not_started", "in_progress"] },
        OR: [{ startsOn: null }, { startsOn: { lte: toDateColumn(today) } }],
      },
    },
    select: {
      actionId: true,
      planId: true,
      reference: true,
      action: { select: { ownerOrganisationId: true } },
    },
    take: 500,
  });
  const groups = new Map<string, typeof due>();
  for (const one of due) {
    const whose = `${one.planId} ${one.action.ownerOrganisationId}`;
    groups.set(whose, [...(groups.get(whose) ?? []), one]);
  }
  for (const actions of groups.values()) {
    const [first] = actions.sort(byReference);
    if (!first) continue;
    const { planId, action } = first;
    const leads = await listHatsOver(ctx, planId, ["agency_lead"], action.ownerOrganisationId);
    const path = actions.length === 1 ? `/plan/actions/${first.actionId}/update` : "/plan/updates";
    const reference = actions.map((one) => one.reference).join(", ");
    await notify(ctx, leads, { kind: "updates_due", reference, path });
    await record(ctx, { type: "plan_action.reminded", facts: { planId, actions: actions.length } });
  }
  await tx.planAction.updateMany({
    where: { actionId: { in: due.map(({ actionId }) => actionId) } },
    data: { remindedOn: toDateColumn(today) },
  });
  return { reminded: due.length };
}
