import "server-only";

import { record } from "@/lib/audit/record";
import { type Movable, moveCase } from "@/lib/cases/commands";
import { keepClock, stopClock } from "@/lib/clocks/commands";
import type { Context } from "@/lib/db/with-actor";
import { subjectOf, tell } from "../ledger/commands";
import { getConsentToRecord } from "../queries";
import type { StartSupport } from "../schema";

/** T15: support begins, with consent that counts today and something to do (C-01). */
export async function startSupport(ctx: Context, { caseId }: StartSupport) {
  const found = await getConsentToRecord(ctx, caseId);
  const planActions = await ctx.tx.action.count({
    where: { caseId, kind: "support", status: { not: "cancelled" } },
  });
  await keepClock(ctx, "case_review", subjectOf(found.case)); // TL-06
  await moveCase(ctx, found.case, "T15", {
    isConsentValid: found.consent.isValid,
    planActions,
  });
  await stopClock(ctx, "consent_sought", subjectOf(found.case));
  await listenForMentor(ctx, found.case);
  const { id, reference, dataKeyId } = found.case;
  await tell(ctx, { id, reference });
  await record(ctx, { type: "support.started", dataKeyId, facts: { reference } });
  return { reference };
}

/** TL-10: a mentor who was in touch before support began may not be silent after it. */
async function listenForMentor(ctx: Context, seen: Pick<Movable, "id" | "areaId">) {
  const { id: caseId } = seen;
  const mentors = { caseId, capacity: "provider", endedAt: null };
  const first = { caseId, kind: "provider_contact", stoppedOn: null };
  if ((await ctx.tx.caseWorker.count({ where: mentors })) === 0) return;
  if ((await ctx.tx.clock.count({ where: first })) > 0) return;
  await keepClock(ctx, "provider_silence", subjectOf(seen));
}
