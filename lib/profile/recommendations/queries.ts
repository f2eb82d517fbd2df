import "server-only";

import { authorize, can, type Parties } from "@/lib/access/policy";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { Rag } from "@/lib/plans/labels";
import { getPlanToWrite, listPlans } from "@/lib/plans/queries";
import { planInForce } from "@/lib/plans/rules";
import type { EditionStatus } from "@/lib/profile/labels";

type Row = {
  recommendationId: string;
  actionId: string;
  reference: string;
  text: string;
  owner: string;
  plan: string;
  rag: Rag;
  isStale: boolean;
  dueOn: Date;
};

/** What the recommendations of an edition became, as far as this reader may see the plan (CT-02, 3.4). */
export async function listActionsOfEdition({ tx }: Context, editionId: string) {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id::text as "recommendationId", p.action_id::text as "actionId", p.reference, a.title as text, o.name as owner,
           n.title as plan, p.rag, p.is_stale as "isStale", a.due_on as "dueOn"
      from profile_recommendations c join recommendation_actions l on l.recommendation_id = c.id and l.ended_at is null
      join plan_actions p on p.action_id = l.action_id join actions a on a.id = l.action_id
      join plans n on n.id = l.plan_id join organisations o on o.id = a.owner_organisation_id
     where c.edition_id = ${editionId}::uuid order by c.number, a.due_on, p.reference limit 300`;
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueDay: fromDateColumn(dueOn) }));
}

/** One recommendation, for the co-ordinator who keeps the register. */
export async function getRecommendation({ actor, tx }: Context, recommendationId: string) {
  const found = await tx.profileRecommendation.findUnique({
    where: { id: recommendationId },
    select: {
      ...{ id: true, number: true, text: true, declinedOn: true, version: true },
      edition: {
        select: {
          ...{ id: true, areaId: true, reference: true, period: true, status: true },
          partnership: { select: { partnershipAreas: { select: { areaId: true } } } },
        },
      },
      recommendationActions: { where: { endedAt: null }, select: { actionId: true } },
    },
  });
  if (!found) throw new NotFound("recommendation", recommendationId);
  const { edition, declinedOn, recommendationActions, ...recommendation } = found;
  const areas = edition.partnership?.partnershipAreas.map(({ areaId }) => areaId);
  const parties: Parties = { areaId: edition.areaId, planAreaIds: areas ?? [edition.areaId] };
  authorize(actor, "profile:write", parties);
  return {
    ...recommendation,
    edition: { ...edition, status: edition.status as EditionStatus },
    declinedDay: declinedOn && fromDateColumn(declinedOn),
    actions: recommendationActions,
  };
}

/** The same with the plan that an action of it would go into: the one in force, or the newest that is not over. */
export async function getRecommendationToPlan(ctx: Context, recommendationId: string) {
  const recommendation = await getRecommendation(ctx, recommendationId);
  const kept = (await listPlans(ctx)).filter(
    ({ status, parties }) => status !== "superseded" && can(ctx.actor, "plan:write", parties),
  );
  const plan = planInForce(kept, dayOf(ctx.now)) ?? kept[0];
  return { recommendation, plan: plan ? await getPlanToWrite(ctx, plan.id) : null };
}
