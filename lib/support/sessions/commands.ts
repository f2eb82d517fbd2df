import "server-only";

import { record } from "@/lib/audit/record";
import { type CaseRecord, getCaseById } from "@/lib/cases/queries";
import { hatsRunning } from "@/lib/cases/workers/queries";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { type Day, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { getConcernToAnswer, getSession } from "./queries";
import { assertCanPlan, assertCanSettle } from "./rules";
import type {
  AnswerConcern,
  EndReport,
  HoldSession,
  MissSession,
  PlanSession,
  RaiseConcern,
} from "./schema";

/** A mentor says when they will meet. Only a mentor has sessions. */
export async function planSession(ctx: Context, { caseId, plannedOn, place }: PlanSession) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "session:write");
  const { areaId, reference, dataKeyId } = caseRecord;
  assertCanPlan(caseRecord.status);
  await tx.supportSession.createMany({
    data: {
      caseId,
      areaId,
      place,
      providerHatId: actor.hatId,
      plannedOn: toDateColumn(plannedOn),
      plannedAt: now,
    },
  });
  await record(ctx, { type: "session.planned", dataKeyId, facts: { reference, on: plannedOn } });
  return { reference };
}

/** C-09 and TL-10: held on a day on which consent stood, and no more silence since then. */
export async function holdSession(ctx: Context, { sessionId, version, content }: HoldSession) {
  const session = await getSession(ctx, sessionId);
  assertCanSettle(session, dayOf(ctx.now));
  await settle(ctx, sessionId, version, { state: "held", content });
  await inTouch(ctx, session.case, session.plannedOn);
  const { reference, dataKeyId } = session.case;
  const facts = { reference, state: "held", on: session.plannedOn };
  await record(ctx, { type: "session.recorded", dataKeyId, facts });
  return { reference };
}

/** It did not take place, and why: the person did not come, or somebody called it off. */
export async function missSession(
  ctx: Context,
  { sessionId, version, missedBecause }: MissSession,
) {
  const session = await getSession(ctx, sessionId);
  const isCalledOff = missedBecause !== "did_not_come";
  if (!isCalledOff || session.state !== "planned") assertCanSettle(session, dayOf(ctx.now));
  const state = isCalledOff ? "called_off" : "missed";
  await settle(ctx, sessionId, version, { state, missedBecause });
  const { reference, dataKeyId } = session.case;
  const facts = { reference, state, on: session.plannedOn };
  await record(ctx, { type: "session.recorded", dataKeyId, facts });
  return { reference };
}

type Settled = { state: string; content?: string; missedBecause?: string };

async function settle({ tx, now }: Context, id: string, version: number, settled: Settled) {
  const { count } = await tx.supportSession.updateMany({
    where: { id, version, state: "planned" },
    data: { ...settled, recordedAt: now, version: version + 1 },
  });
  if (count === 0) throw new Overtaken("Somebody else", "since you opened this page");
}

/** The latest day of contact counts: an older session that is written up late does not put it back. */
async function inTouch(ctx: Context, caseRecord: CaseRecord, metOn: Day) {
  const { areaId, id: caseId, status } = caseRecord;
  const subject = { areaId, caseId };
  await stopClock(ctx, "provider_contact", subject);
  if (status !== "in_support") return;
  const later = await ctx.tx.clock.count({
    where: {
      caseId,
      kind: "provider_silence",
      stoppedOn: null,
      startedOn: { gt: toDateColumn(metOn) },
    },
  });
  if (later > 0) return;
  await stopClock(ctx, "provider_silence", subject);
  await startClock(ctx, "provider_silence", subject, { from: metOn });
}

/** Heard at once, by whoever runs the case, and before them until one of them has answered. */
export async function raiseConcern(ctx: Context, { caseId, sessionId, ...input }: RaiseConcern) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "support:raise");
  const { areaId, reference, dataKeyId } = caseRecord;
  if (sessionId) await assertSessionIsMine(ctx, caseId, sessionId);
  const id = crypto.randomUUID();
  const raised = { raisedByHatId: actor.hatId, raisedAt: now };
  await tx.supportConcern.createMany({
    data: { id, ...input, ...raised, caseId, areaId, sessionId: sessionId ?? null },
  });
  await notify(ctx, await hatsRunning(ctx, caseId), {
    kind: "support_concern",
    reference,
    path: `/cases/${reference}/support/concerns/${id}`,
  });
  const facts = { reference, concernId: id, isAnyoneAtRisk: input.isAnyoneAtRisk };
  await record(ctx, { type: "support_concern.raised", dataKeyId, facts });
  return { reference };
}

async function assertSessionIsMine({ tx, actor }: Context, caseId: string, sessionId: string) {
  const own = { id: sessionId, caseId, providerHatId: actor.hatId };
  if ((await tx.supportSession.count({ where: own })) === 0)
    throw new NotFound("session", sessionId);
}

export async function answerConcern(ctx: Context, { concernId, version, answer }: AnswerConcern) {
  const { actor, tx, now } = ctx;
  const concern = await getConcernToAnswer(ctx, concernId);
  const { reference, dataKeyId } = concern.case;
  const { count } = await tx.supportConcern.updateMany({
    where: { id: concernId, version, answeredAt: null },
    data: { answer, answeredByHatId: actor.hatId, answeredAt: now, version: version + 1 },
  });
  if (count === 0) throw new RuleBroken("Somebody has answered this already. Reload it to see.");
  await notify(ctx, [concern.raisedByHatId], {
    kind: "support_concern_answered",
    reference,
    path: `/cases/${reference}/support/sessions`,
  });
  await record(ctx, {
    type: "support_concern.answered",
    dataKeyId,
    facts: { reference, concernId },
  });
  return { reference };
}

/** What a mentor says at the end: once, and as it was then. */
export async function writeEndReport(ctx: Context, { caseId, ...input }: EndReport) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "end_report:write");
  const { areaId, reference, dataKeyId } = caseRecord;
  const own = { caseId, providerHatId: actor.hatId };
  if ((await tx.endReport.count({ where: own })) > 0) {
    throw new RuleBroken("Your end report has been sent already.");
  }
  const held = await tx.supportSession.count({ where: { ...own, state: "held" } });
  const missed = await tx.supportSession.count({ where: { ...own, state: "missed" } });
  await tx.endReport.createMany({
    data: { ...input, ...own, areaId, held, missed, writtenAt: now },
  });
  await notify(ctx, await hatsRunning(ctx, caseId), {
    kind: "end_report",
    reference,
    path: `/cases/${reference}/support/sessions`,
  });
  await record(ctx, { type: "end_report.written", dataKeyId, facts: { reference, held, missed } });
  return { reference };
}
