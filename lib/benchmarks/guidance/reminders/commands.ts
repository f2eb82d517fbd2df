import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { hatsInRole, notify } from "@/lib/notices/commands";

type Due = { reviewId: string; areaId: string; organisationId: string };

/** A gap review that nobody has answered reminds whoever leads for the organisation then, and whoever asked (2.2). */
export async function remindGapReviews(ctx: Context): Promise<{ reminded: number }> {
  const { tx, now } = ctx;
  const due = await tx.$queryRaw<Due[]>`
    select review_id::text as "reviewId", area_id::text as "areaId", organisation_id::text as "organisationId"
      from take_gap_reminders(${toDateColumn(dayOf(now))}::date)`;
  for (const { reviewId, areaId, organisationId } of due) {
    const leads = await tx.hat.findMany({
      where: { areaId, organisationId, role: "agency_lead", endedAt: null },
      select: { id: true },
    });
    const keepers = await hatsInRole(ctx, areaId, "prevent_coordinator");
    const told = [...leads.map(({ id }) => id), ...keepers];
    const path = `/plan/assessments/guidance/reviews/${reviewId}`;
    await notify(ctx, told, { kind: "gap_review_due", reference: "Guidance", path });
  }
  if (due.length > 0)
    await record(ctx, { type: "guidance.timed_reminders", facts: { count: due.length } });
  return { reminded: due.length };
}
