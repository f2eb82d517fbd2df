import "server-only";

import { authorize, can, mayEver, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { GapOutcome } from "@/lib/benchmarks/labels";
import { daysForGapReview, isGapOverdue } from "@/lib/benchmarks/rules";
import { addDays, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";

const guidanceFacts = {
  ...{ id: true, areaId: true, title: true, versionLabel: true, publishedOn: true },
  ...{ inForceOn: true, summary: true, criteria: true },
} satisfies Prisma.GuidanceEditionSelect;

const reviewFacts = {
  ...{ id: true, areaId: true, organisationId: true, dueOn: true, outcome: true },
  ...{ reasons: true, planned: true, plannedBy: true, answeredOn: true },
  organisation: { select: { name: true } },
} satisfies Prisma.GapReviewSelect;

type FoundReview = Prisma.GapReviewGetPayload<{ select: typeof reviewFacts }>;
type FoundGuidance = Prisma.GuidanceEditionGetPayload<{ select: typeof guidanceFacts }>;

const toGuidance = ({ publishedOn, inForceOn, ...found }: FoundGuidance) => ({
  ...found,
  publishedDay: fromDateColumn(publishedOn),
  inForceDay: fromDateColumn(inForceOn),
});

const ofArea = (areaId: string) => ({ areaId, planAreaIds: [areaId] });

function toReview(
  { dueOn, plannedBy, answeredOn, organisation, ...found }: FoundReview,
  today: string,
) {
  const review = {
    ...found,
    outcome: found.outcome as GapOutcome | null,
    organisation: organisation.name,
    dueDay: fromDateColumn(dueOn),
    plannedDay: plannedBy && fromDateColumn(plannedBy),
    answeredDay: answeredOn && fromDateColumn(answeredOn),
    parties: { ...ofArea(found.areaId), organisationId: found.organisationId },
  };
  return { ...review, isOverdue: isGapOverdue(review, today) };
}

/** The register of guidance, newest first, and which reviews it waits for. */
export async function viewGuidance(ctx: Context) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "guidance:read")) throw new Forbidden("guidance:read");
  const today = dayOf(now);
  const found = await tx.guidanceEdition.findMany({
    select: { ...guidanceFacts, gapReviews: { select: reviewFacts, orderBy: { dueOn: "asc" } } },
    orderBy: [{ inForceOn: "desc" }, { id: "desc" }],
    take: 50,
  });
  const editions = found.map(({ gapReviews, ...one }) => ({
    ...toGuidance(one),
    reviews: gapReviews
      .map((review) => toReview(review, today))
      .filter(({ parties }) => can(actor, "gap:read", parties)),
  }));
  await record(ctx, { type: "guidance.listed", facts: { shown: editions.length } });
  const open = editions.flatMap(({ reviews, ...guidance }) =>
    reviews
      .filter(({ outcome }) => outcome === null)
      .map((review) => ({
        ...{ ...review, guidanceId: guidance.id },
        ...{ guidance: guidance.title, version: guidance.versionLabel },
      })),
  );
  return { editions, open, today, mayWrite: mayEver(actor, "guidance:write") };
}

/** One change, with what each authority made of it. */
export async function viewGuidanceEdition(ctx: Context, guidanceId: string) {
  const { actor, tx, now } = ctx;
  const found = await tx.guidanceEdition.findUnique({
    where: { id: guidanceId },
    select: {
      ...guidanceFacts,
      gapReviews: { select: reviewFacts, orderBy: { organisation: { name: "asc" } } },
    },
  });
  if (!found) throw new NotFound("guidance", guidanceId);
  const { gapReviews, ...one } = found;
  authorize(actor, "guidance:read", ofArea(one.areaId));
  await record(ctx, { type: "guidance.viewed", facts: { guidanceId } });
  const today = dayOf(now);
  const reviews = gapReviews
    .map((review) => toReview(review, today))
    .filter(({ parties }) => can(actor, "gap:read", parties))
    .map((review) => ({ ...review, mayAnswer: can(actor, "gap:answer", review.parties) }));
  return { guidance: toGuidance(one), reviews, today };
}

/** When a change is answered by, unless somebody says otherwise. [D] */
export async function getGuidanceToRecord(ctx: Context) {
  authorize(ctx.actor, "guidance:write", ofArea(ctx.actor.areaId));
  return { reviewDay: addDays(dayOf(ctx.now), daysForGapReview) };
}

/** A review, for somebody who may do this with it. */
export async function getGapReview(
  { actor, tx, now }: Context,
  reviewId: string,
  permission: Permission = "gap:answer",
) {
  const found = await tx.gapReview.findUnique({
    where: { id: reviewId },
    select: { ...reviewFacts, guidance: { select: guidanceFacts } },
  });
  if (!found) throw new NotFound("review", reviewId);
  const { guidance, ...one } = found;
  const review = toReview(one, dayOf(now));
  authorize(actor, permission, review.parties);
  return { ...review, guidance: toGuidance(guidance) };
}

/** One that still waits, for whoever answers it. */
export async function getOpenGapReview(ctx: Context, reviewId: string) {
  const review = await getGapReview(ctx, reviewId);
  if (review.outcome) throw new NotFound("open review", reviewId);
  return review;
}
