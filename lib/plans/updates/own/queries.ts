import "server-only";

import { can, mayEver } from "@/lib/access/policy";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";
import { planActionFacts, toPlanAction } from "@/lib/plans/actions/queries";
import { partiesOfAction, planFacts, toPlanRecord } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";

/** The open actions that one's own organisation leads in plans in force, to be said of all on one page. */
export async function listOwnActions({ actor, tx, now }: Context) {
  if (!mayEver(actor, "plan:update")) throw new Forbidden("plan:update");
  const found = await tx.planAction.findMany({
    where: {
      plan: { status: "approved", planAreas: { some: { areaId: actor.areaId } } },
      action: {
        ownerOrganisationId: actor.organisationId,
        status: { in: ["not_started", "in_progress"] },
      },
    },
    select: { ...planActionFacts, plan: { select: planFacts } },
    orderBy: [{ planId: "desc" }, { reference: "asc" }],
    take: 100,
  });
  const today = dayOf(now);
  const actions = found
    .map(({ plan, ...one }) => ({ ...toPlanAction(one, today), plan: toPlanRecord(plan) }))
    .filter(({ plan, owner }) => can(actor, "plan:update", partiesOfAction(plan.parties, owner.id)))
    .sort(byReference);
  return { actions, today };
}
