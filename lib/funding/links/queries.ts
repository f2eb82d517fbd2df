import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { getPlanAction } from "@/lib/plans/actions/queries";

export type LinkedLine = { id: string; name: string; source: string; yearOn: Date };

/** Which lines pay for an action, for those who may see money. */
export async function listLinesOfAction({ tx }: Context, actionId: string) {
  return tx.$queryRaw<LinkedLine[]>`
    select l.id::text as id, l.reference || ' ' || l.name as name, l.source, l.year_on as "yearOn"
      from funding_actions f join funding_lines l on l.id = f.line_id
     where f.action_id = ${actionId}::uuid and f.ended_at is null order by l.year_on, l.reference limit 50`;
}

/** An action and the lines that could pay for it. */
export async function getActionToFund(ctx: Context, actionId: string) {
  const action = await getPlanAction(ctx, actionId, "plan:write");
  const lines = await ctx.tx.fundingLine.findMany({
    where: { areaId: ctx.actor.areaId },
    select: { id: true, reference: true, name: true, yearOn: true },
    orderBy: [{ yearOn: "desc" }, { reference: "asc" }],
    take: 50,
  });
  return { action, lines, linked: await listLinesOfAction(ctx, actionId) };
}
