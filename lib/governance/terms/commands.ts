import "server-only";

import { record } from "@/lib/audit/record";
import { addMonths, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { noticedWithin } from "@/lib/governance/rules";
import { notify } from "@/lib/notices/commands";

/** A term of office that is about to end is noticed once, by whoever keeps the body. */
export async function noticeEndingTerms(ctx: Context): Promise<{ noticed: number }> {
  const { tx, now } = ctx;
  const today = dayOf(now);
  const due = await tx.governanceMember.findMany({
    where: {
      untilOn: { gte: toDateColumn(today), lte: toDateColumn(addMonths(today, noticedWithin)) },
      ...{ endNoticedOn: null, body: { endedOn: null } },
    },
    select: { id: true, bodyId: true, body: { select: { areaId: true, name: true } } },
    take: 500,
  });
  const bodies = new Map(due.map(({ bodyId, body }) => [bodyId, body]));
  for (const [bodyId, { areaId, name }] of bodies) {
    const keepers = await tx.hat.findMany({
      where: { areaId, role: "prevent_coordinator", endedAt: null },
      select: { id: true },
    });
    await notify(
      ctx,
      keepers.map(({ id }) => id),
      { kind: "term_ending", reference: name, path: `/meetings/bodies/${bodyId}` },
    );
    await record(ctx, { type: "body_term.ending", facts: { bodyId } });
  }
  await tx.governanceMember.updateMany({
    where: { id: { in: due.map(({ id }) => id) } },
    data: { endNoticedOn: toDateColumn(today) },
  });
  return { noticed: due.length };
}
