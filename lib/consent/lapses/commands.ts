import "server-only";

import { record } from "@/lib/audit/record";
import { type Movable, moveCase } from "@/lib/cases/commands";
import type { CaseStatus } from "@/lib/cases/labels";
import { assertCanMove } from "@/lib/cases/rules";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { done, enter, subjectOf, tell, toRecord } from "../ledger/commands";
import type { LapseConsent } from "../schema";

/** T18: consent no longer covers what is done, or who it is, and has to be asked for again. */
export async function lapseConsent(ctx: Context, { caseId, strand, reason }: LapseConsent) {
  const found = await toRecord(ctx, "lapsed", { caseId, strand, from: ["in_support"] });
  assertCanMove("T18", found.case.status, { consent: "lapsed" }, ctx.actor.role);
  await lapse(ctx, found.case, { ...found.entry, reason });
  await restartAsking(ctx, found.case);
  if (!found.hasOthers) await moveCase(ctx, found.case, "T18", { consent: "lapsed" });
  return done(ctx, found.case, "lapsed");
}

type Lapse = { number: number; strand: number; reason: string };

async function lapse(
  ctx: Context,
  seen: Pick<Movable, "id" | "areaId">,
  { reason, ...entry }: Lapse,
) {
  const onDay = dayOf(ctx.now);
  await enter(ctx, seen, { ...entry, state: "lapsed", onDay, details: { reason } });
}

async function restartAsking(ctx: Context, seen: Pick<Movable, "id" | "areaId">) {
  await stopClock(ctx, "consent_sought", subjectOf(seen), { isCancelled: true });
  await startClock(ctx, "consent_sought", subjectOf(seen));
}

type Due = {
  id: string;
  areaId: string;
  reference: string;
  dataKeyId: string;
  status: CaseStatus;
  version: number;
  latest: number;
  live: number;
  strands: number[];
};

/**
 * C-03 and T18, for the timer: on somebody's 18th birthday a parent's consent stops counting. Run as
 * the system of an area, as often as one likes.
 */
export async function lapseDueConsents(ctx: Context) {
  const { actor, tx, now } = ctx;
  const due = await tx.$queryRaw<Due[]>`
    select k.id, k.area_id as "areaId", k.reference, k.data_key_id as "dataKeyId", k.status, k.version,
           (select max(x.number) from consents x where x.case_id = k.id) as latest,
           count(*)::int as live,
           array_agg(c.strand order by c.strand) filter (where c.details ->> 'lapsesOn' <= ${dayOf(now)}) as strands
      from cases k join consents c on c.case_id = k.id
     where k.area_id = ${actor.areaId}::uuid and k.status in ('consent_pending', 'in_support') and k.paused_since is null
       and c.state = 'given'
       and not exists (select from consents l where l.case_id = c.case_id and l.strand = c.strand and l.number > c.number)
     group by k.id having bool_or(c.details ->> 'lapsesOn' <= ${dayOf(now)})
     order by k.id limit 200`;
  for (const { latest, live, strands, reference, dataKeyId, ...seen } of due) {
    for (const [index, strand] of strands.entries()) {
      await lapse(ctx, seen, { number: latest + 1 + index, strand, reason: "turned_18" });
    }
    await restartAsking(ctx, seen);
    if (seen.status === "in_support" && live === strands.length) {
      await moveCase(ctx, { ...seen, isPaused: false }, "T18", { consent: "lapsed" });
    }
    await tell(ctx, { id: seen.id, reference });
    await record(ctx, {
      type: "consent.recorded",
      dataKeyId,
      facts: { reference, state: "lapsed" },
    });
  }
  return { lapsed: due.length };
}
