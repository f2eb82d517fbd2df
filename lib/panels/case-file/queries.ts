import "server-only";

import { can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { getCase } from "@/lib/cases/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import type { ItemKind } from "../labels";
import { listCaseMinutes } from "../minutes/queries";
import { listOutcomes, servedBy } from "../queries";
import { kindsFor } from "../rules";

/** All that the panel has done with a case, over time. The view is recorded. */
export async function viewCasePanel(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "panel:read");
  const { id: caseId, dataKeyId, parties, status } = caseRecord;
  const items = await ctx.tx.panelItem.findMany({
    where: { caseId, meeting: servedBy(caseRecord.areaId) },
    orderBy: { meeting: { heldOn: "desc" } },
    take: 50,
    select: { id: true, kind: true, meeting: { select: { id: true, title: true, heldOn: true } } },
  });
  const { decisions, actions } = await listOutcomes(ctx, caseId);
  const minutes = await listCaseMinutes(ctx, caseId, dataKeyId);
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "panel" } });
  return {
    reference,
    items: items.map(({ kind, meeting, ...item }) => ({
      ...item,
      kind: kind as ItemKind,
      meeting: { ...meeting, heldOn: fromDateColumn(meeting.heldOn) },
    })),
    decisions,
    actions,
    minutes,
    comesToPanel: kindsFor[status] !== undefined,
    mayList: can(ctx.actor, "panel:list", parties),
    today: dayOf(ctx.now),
  };
}
