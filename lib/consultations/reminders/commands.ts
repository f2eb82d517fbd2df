import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { hatsInRole, notify } from "@/lib/notices/commands";

type Due = { consultationId: string; reference: string; hatId: string };

/**
 * Whoever was asked and has said nothing is reminded a week before the day, the day before and the day after, once
 * each. Of somebody who has left, whoever keeps the response is told, to ask the one who holds the post now.
 */
export async function remindWaitingContributors(ctx: Context): Promise<{ reminded: number }> {
  const { tx, now } = ctx;
  const due = await tx.$queryRaw<Due[]>`
    select consultation_id::text as "consultationId", reference, hat_id::text as "hatId"
      from take_contribution_reminders(${toDateColumn(dayOf(now))}::date)`;
  const hats = await tx.hat.findMany({
    where: { id: { in: due.map(({ hatId }) => hatId) } },
    select: { id: true, areaId: true, endedAt: true },
  });
  for (const { consultationId, reference, hatId } of due) {
    const hat = hats.find(({ id }) => id === hatId);
    const hasLeft = !hat || hat.endedAt !== null;
    const told = !hasLeft
      ? [hatId]
      : hat
        ? await hatsInRole(ctx, hat.areaId, "prevent_coordinator")
        : [];
    const path = `/plan/consultations/${consultationId}`;
    const kind = hasLeft ? "contributor_left" : "contribution_chased";
    await notify(ctx, told, { kind, reference, path });
  }
  if (due.length > 0)
    await record(ctx, { type: "consultation.timed_reminders", facts: { count: due.length } });
  return { reminded: due.length };
}
