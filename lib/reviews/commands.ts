import "server-only";

import { authorize } from "@/lib/access/policy";
import { fileStream, record } from "@/lib/audit/record";
import { moveCase } from "@/lib/cases/commands";
import type { CaseStatus, RetentionClass, ReviewOutcome } from "@/lib/cases/labels";
import type { CaseRecord } from "@/lib/cases/queries";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { newDataKey } from "@/lib/crypto/vault";
import { addMonths, type Day, dayOf, formatDay, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { hatsInRole, notify } from "@/lib/notices/commands";
import { openOnward } from "@/lib/signposts/commands";
import type { Review } from "@/lib/support/schema";
import { listTellings } from "@/lib/told/queries";
import { assertLookedAgain } from "@/lib/told/rules";
import type { ReviewKind } from "./labels";
import { findReview, getReviewToRecord } from "./queries";
import { assertCanHold, movesAfterReview, opensOn } from "./rules";

/** Both reviews, from the day support ended. They outlive closure, and whoever runs the case (TL-09). */
export async function startReviews(ctx: Context, caseRecord: CaseRecord, exitedOn: Day) {
  const { id: caseId, areaId } = caseRecord;
  for (const kind of ["review_6m", "review_12m"] as const) {
    const dueOn = await startClock(ctx, kind, { areaId, caseId }, { from: exitedOn });
    await ctx.tx.review.createMany({ data: { caseId, areaId, kind, dueOn: toDateColumn(dueOn) } });
  }
}

type Finding = { heldOn: Day; outcome: ReviewOutcome; summary: string; newConcern?: string };

/**
 * Writes down what a review found and moves the case on: T22 or T24, and T23 when there is a new
 * concern. Joins the caller's transaction; the caller records the event.
 */
export async function concludeReview(
  ctx: Context,
  caseRecord: CaseRecord,
  { heldOn, outcome, summary, newConcern = summary }: Finding,
) {
  const { tx, now, actor } = ctx;
  const kind = caseRecord.status as ReviewKind;
  const review = await findReview(ctx, caseRecord.id, kind);
  if (!review) throw new RuleBroken("This case has no review to record");
  assertCanHold(review, caseRecord.status, dayOf(now));
  assertLookedAgain(await listTellings(ctx, caseRecord.id), opensOn(review.dueOn)); // TR-02

  const { count } = await tx.review.updateMany({
    where: { id: review.id, heldOn: null, version: review.version },
    data: {
      heldOn: toDateColumn(heldOn),
      outcome,
      summary,
      heldByHatId: actor.hatId,
      version: review.version + 1,
    },
  });
  if (count === 0)
    throw new RuleBroken("Somebody has just recorded this review. Reload it to see.");

  const opened =
    outcome === "new_s36_referral" ? await openLinkedCase(ctx, caseRecord, newConcern) : null;
  const { retentionClass } = await retentionOf(ctx, caseRecord.id);
  let moved = caseRecord;
  for (const id of movesAfterReview(kind, outcome)) {
    moved = await moveCase(ctx, moved, id, {
      isReviewRecorded: true,
      hasNewSection36: opened !== null,
      linkedCaseId: opened?.caseId,
      retentionClass,
    });
  }
  const { areaId, id: caseId } = caseRecord;
  await stopClock(ctx, kind, { areaId, caseId });
  return { moved, opened };
}

async function retentionOf({ tx }: Context, caseId: string) {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { retentionClass: true },
  });
  return { retentionClass: (found.retentionClass ?? undefined) as RetentionClass | undefined };
}

/** T23: the earlier case stays as it is, and a new one waits for a section 36 decision of its own. */
async function openLinkedCase(ctx: Context, earlier: CaseRecord, concern: string) {
  const { actor, tx, now } = ctx;
  authorize(actor, "case:close", earlier.parties);
  const dataKeyId = crypto.randomUUID();
  const { wrapped, version } = newDataKey(dataKeyId);
  const [opened] = await tx.$queryRaw<{ case_id: string; case_reference: string }[]>`
    select case_id, case_reference
      from open_linked_case(${earlier.id}::uuid, ${dataKeyId}::uuid, ${wrapped}, ${version}::int, ${fileStream(dataKeyId)}, ${concern}, ${now})`;
  if (!opened) throw new RuleBroken("A new concern cannot be opened from this case.");
  const { case_id: caseId, case_reference: reference } = opened;
  const { areaId } = earlier;
  await startClock(ctx, "s36_decision", { areaId, caseId });
  const gateway = await hatsInRole(ctx, areaId, "gateway_officer");
  const coordinators = await tx.caseWorker.findMany({
    where: { caseId, endedAt: null },
    select: { hatId: true },
  });
  await notify(ctx, [...gateway, ...coordinators.map(({ hatId }) => hatId)], {
    kind: "new_concern",
    reference,
    path: `/cases/${reference}`,
  });
  await record(ctx, {
    type: "case.opened",
    dataKeyId,
    facts: { reference, previous: earlier.reference },
  });
  return { caseId, reference };
}

/** What the chair records of a review six or twelve months after support ended (T22 to T24). */
export async function recordReview(ctx: Context, input: Review) {
  const review = await getReviewToRecord(ctx, input.reviewId);
  if (review.kind !== review.case.status) throw new RuleBroken("This review has not opened yet");
  const { reference, dataKeyId } = review.case;
  const { heldOn, outcome } = input;
  if (heldOn < opensOn(review.dueOn)) {
    const sentence = `Date of the review must be on or after ${formatDay(opensOn(review.dueOn))}`;
    throw new FieldsRefused({ heldOn: [sentence] });
  }

  const { opened } = await concludeReview(ctx, review.case, {
    heldOn,
    outcome,
    summary: summaryOf(input),
    newConcern: input.summary,
  });
  if (outcome === "other_service_need" && input.otherService) {
    const subject = { areaId: review.case.areaId, caseId: review.case.id };
    await openOnward(ctx, subject, { service: input.otherService, stage: "review" });
  }
  await record(ctx, {
    type: "review.recorded",
    dataKeyId,
    facts: { reference, kind: review.kind, outcome },
  });
  return { reference, opened: opened?.reference ?? null };
}

const summaryOf = ({ summary, checkedWith, otherService }: Review): string =>
  [summary, `Asked: ${checkedWith}`, otherService && `Needed: ${otherService}`]
    .filter(Boolean)
    .join("\n\n");

/**
 * T21, for the timer: whatever has reached its review moves there, and its people are told. Run as
 * the system of an area, as often as one likes.
 */
export async function openDueReviews(ctx: Context) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const found = await tx.case.findMany({
    where: {
      areaId: actor.areaId,
      status: "exited",
      pausedSince: null,
      exitedOn: { lte: toDateColumn(addMonths(today, -5)) },
    },
    orderBy: { exitedOn: "asc" },
    take: 200,
    select: { ...movable, exitedOn: true },
  });
  for (const { exitedOn, ...row } of found) {
    const seen = toMovable(row);
    const facts = { exitedOn: exitedOn ? fromDateColumn(exitedOn) : undefined };
    await moveCase(ctx, seen, "T21", facts);
    const { id: caseId, reference, dataKeyId } = row;
    const workers = await tx.caseWorker.findMany({
      where: { caseId, endedAt: null, capacity: { in: ["coordinator", "chair"] } },
      select: { hatId: true },
    });
    await notify(
      ctx,
      workers.map(({ hatId }) => hatId),
      { kind: "review_due", reference, path: `/cases/${reference}/reviews` },
    );
    await record(ctx, { type: "review.opened", dataKeyId, facts: { reference } });
  }
  return { opened: found.length };
}

const movable = {
  id: true,
  areaId: true,
  reference: true,
  dataKeyId: true,
  status: true,
  pausedSince: true,
  version: true,
} as const;

const toMovable = <Row extends { status: string; pausedSince: Date | null }>(row: Row) => ({
  ...row,
  status: row.status as CaseStatus,
  isPaused: row.pausedSince !== null,
});

/** T25, for the timer: what has ended and says how long it is kept begins to be kept. */
export async function settleClosedCases(ctx: Context) {
  const { actor, tx } = ctx;
  const found = await tx.case.findMany({
    where: {
      areaId: actor.areaId,
      status: { in: ["closed_not_prevent", "closed_declined", "police_led", "transferred"] },
      retentionClass: { not: null },
      pausedSince: null,
    },
    orderBy: { statusSince: "asc" },
    take: 200,
    select: { ...movable, retentionClass: true },
  });
  for (const { retentionClass, ...row } of found) {
    await moveCase(ctx, toMovable(row), "T25", {
      retentionClass: retentionClass as RetentionClass,
    });
    const { reference, dataKeyId } = row;
    await record(ctx, { type: "retention.started", dataKeyId, facts: { reference } });
  }
  return { settled: found.length };
}
