import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { endedBecause, type Movable, moveCase } from "@/lib/cases/commands";
import { cancelClocks, runUntil, stopClock } from "@/lib/clocks/commands";
import { type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { enter, subjectOf, tell } from "../ledger/commands";
import { getConsentToRecord } from "../queries";
import { assertReassessInTime } from "../rules";
import type { AfterRefusal, Reassess } from "../schema";
import { getReassessment } from "./queries";

/** T16 and T19: what the panel decides after a no. It is kept no longer than its class says (C-08). */
export async function endAfterRefusal(ctx: Context, { caseId, ...input }: AfterRefusal) {
  const { tx, now } = ctx;
  const found = await getConsentToRecord(ctx, caseId);
  const { case: caseRecord, consent } = found;
  authorize(ctx.actor, "case:close", caseRecord.parties);
  const isPending = caseRecord.status === "consent_pending";
  // A yes that was taken back before support began is a refusal of it.
  const state = isPending && consent.state === "withdrawn" ? "refused" : consent.state;

  const code = isPending ? "consent_refused" : "consent_withdrawn";
  const ended = endedBecause(ctx, code, consent.isChild);
  const reassessOn = input.reassess === "yes" ? input.reassessOn : undefined;
  const disposeOn = ended.disposeOn && fromDateColumn(ended.disposeOn);
  if (reassessOn) assertReassessInTime(reassessOn, dayOf(now), disposeOn); // C-08
  const facts = {
    consent: state,
    isRiskConsidered: true,
    isOtherHelpConsidered: true,
    reassessOn: reassessOn ?? ("none" as const),
  };
  await moveCase(ctx, caseRecord, isPending ? "T16" : "T19", facts, ended);
  await enter(ctx, caseRecord, {
    number: consent.number + 1,
    strand: consent.strands[0]?.strand ?? 1,
    state: consent.state,
    onDay: dayOf(now),
    details: input,
  });
  await tx.action.updateMany({
    where: { caseId, kind: "support", status: { in: ["not_started", "in_progress"] } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await stopClock(ctx, "after_refusal", subjectOf(caseRecord));
  await cancelClocks(ctx, subjectOf(caseRecord));
  if (reassessOn && input.reassessReason) {
    const reason = input.reassessReason;
    await lookAgain(ctx, caseRecord, { number: 1, reason, dueOn: reassessOn });
  }
  const { reference, dataKeyId } = caseRecord;
  await tell(ctx, caseRecord);
  await record(ctx, { type: "case.closed", dataKeyId, facts: { reference, code } });
  return { reference };
}

type Again = { number: number; reason: string; dueOn: Day };

/** C-10: each interval is a decision with a reason and an end, and has a clock. How long the case is kept stays as it is. */
async function lookAgain(ctx: Context, seen: Pick<Movable, "id" | "areaId">, again: Again) {
  const { tx, actor, now } = ctx;
  const { dueOn, ...decided } = again;
  await tx.reassessment.createMany({
    data: {
      ...decided,
      caseId: seen.id,
      areaId: seen.areaId,
      dueOn: toDateColumn(dueOn),
      decidedByHatId: actor.hatId,
      decidedAt: now,
    },
  });
  await runUntil(ctx, "reassessment", subjectOf(seen), { from: dayOf(now), dueOn });
}

/** What a further assessment found: an end, another with a reason and an end, or a new referral (C-10). */
export async function reassess(ctx: Context, { reassessmentId, ...input }: Reassess) {
  const { tx, actor, now } = ctx;
  const found = await getReassessment(ctx, reassessmentId);
  const { case: caseRecord, number, version, disposeOn } = found;
  const { heldOn, finding, outcome, reassessOn, reassessReason } = input;
  const { count } = await tx.reassessment.updateMany({
    where: { id: reassessmentId, heldOn: null, version },
    data: {
      heldOn: toDateColumn(heldOn),
      finding,
      outcome,
      heldByHatId: actor.hatId,
      version: version + 1,
    },
  });
  if (count === 0) throw new RuleBroken("This has been recorded already. Reload it to see.");
  await stopClock(ctx, "reassessment", subjectOf(caseRecord));
  if (outcome === "look_again" && reassessOn && reassessReason) {
    assertReassessInTime(reassessOn, dayOf(now), disposeOn);
    const again = { number: number + 1, reason: reassessReason, dueOn: reassessOn };
    await lookAgain(ctx, caseRecord, again);
  }
  const { reference, dataKeyId } = caseRecord;
  const facts = { reference, number, outcome };
  await record(ctx, { type: "reassessment.recorded", dataKeyId, facts });
  return { reference };
}
