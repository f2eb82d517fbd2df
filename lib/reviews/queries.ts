import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { ReviewOutcome } from "@/lib/cases/labels";
import { caseFacts, getCase, toCaseRecord } from "@/lib/cases/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listCaseOnward } from "@/lib/signposts/queries";
import type { ReviewKind } from "./labels";
import { opensOn } from "./rules";

const reviewFacts = {
  id: true,
  kind: true,
  dueOn: true,
  heldOn: true,
  outcome: true,
  summary: true,
  version: true,
} as const;

type Found = {
  kind: string;
  dueOn: Date;
  heldOn: Date | null;
  outcome: string | null;
};

const toReview = <Row extends Found>(found: Row) => ({
  ...found,
  kind: found.kind as ReviewKind,
  outcome: found.outcome as ReviewOutcome | null,
  dueOn: fromDateColumn(found.dueOn),
  heldOn: found.heldOn && fromDateColumn(found.heldOn),
});

/** A review, for somebody who may record what it found. */
export async function getReviewToRecord({ actor, tx }: Context, reviewId: string) {
  const found = await tx.review.findUnique({
    where: { id: reviewId },
    select: { ...reviewFacts, case: { select: caseFacts(actor) } },
  });
  if (!found) throw new NotFound("review", reviewId);
  const review = { ...toReview(found), case: toCaseRecord(found.case) };
  authorize(actor, "review:record", review.case.parties);
  return review;
}

/** The review of a kind, of a case that the caller already holds. */
export async function findReview({ tx }: Context, caseId: string, kind: ReviewKind) {
  const found = await tx.review.findUnique({
    where: { caseId_kind: { caseId, kind } },
    select: reviewFacts,
  });
  return found && toReview(found);
}

/** The reviews of a case, and the cases that a new concern opened beside it. The view is recorded. */
export async function viewReviews(ctx: Context, reference: string) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCase(ctx, reference, "review:read");
  const { id: caseId, dataKeyId, parties } = caseRecord;
  const found = await tx.review.findMany({
    where: { caseId },
    orderBy: { dueOn: "asc" },
    select: { ...reviewFacts, heldByHat: { select: { user: { select: { name: true } } } } },
  });
  const later = await tx.case.findMany({
    where: { previousId: caseId },
    orderBy: { openedAt: "asc" },
    select: { reference: true, openedAt: true },
  });
  const onward = await listCaseOnward(ctx, caseRecord);
  const today = dayOf(now);
  const mayRecord = can(actor, "review:record", parties) && actor.role === "chair";
  const reviews = found.map(toReview).map((review) => ({
    ...review,
    opensOn: opensOn(review.dueOn),
    mayRecord:
      mayRecord &&
      review.heldOn === null &&
      caseRecord.status === review.kind &&
      today >= opensOn(review.dueOn),
  }));
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "reviews" } });
  return { reference, reviews, later, onward, today };
}
