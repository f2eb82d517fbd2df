import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { getBoardItem } from "@/lib/governance/meetings/queries";
import { whyNotPublic } from "@/lib/governance/rules";
import type { PublishDecision, UnpublishDecision } from "@/lib/governance/schema";
import { assertNamesNoCase } from "@/lib/publication/rules";

/** 2.8: the decision as the minutes say it, for anybody to read. */
export async function publishDecision(ctx: Context, { itemId }: PublishDecision) {
  const { actor, tx, now } = ctx;
  const { item, meeting } = await getBoardItem(ctx, itemId, "body:write");
  const { isExempt, decisionKind, decision, title } = item;
  const refusal = whyNotPublic({
    ...{ isExempt, decisionKind },
    isApproved: meeting.isApproved,
    isPublished: item.publication !== null,
  });
  if (refusal || !decisionKind || !decision)
    throw new RuleBroken(refusal ?? "Nothing was decided on this item");
  assertNamesNoCase("The decision", [title, decision]);
  const { id: bodyId, areaId, name: bodyName } = meeting.body;
  await tx.governancePublication.createMany({
    data: {
      ...{ itemId, meetingId: meeting.id, bodyId, areaId, bodyName, title, decisionKind, decision },
      heldOn: toDateColumn(meeting.heldDay),
      ...{ publishedByHatId: actor.hatId, publishedAt: now },
    },
  });
  await record(ctx, { type: "decision.published", facts: { itemId } });
  return { meetingId: meeting.id };
}

/** Taken from the public page, for a reason that is kept. It does not come back. */
export async function unpublishDecision(ctx: Context, { itemId, reason }: UnpublishDecision) {
  const { actor, tx, now } = ctx;
  const { meeting } = await getBoardItem(ctx, itemId, "body:write");
  const { count } = await tx.governancePublication.updateMany({
    where: { itemId, withdrawnAt: null },
    data: { withdrawnBecause: reason, withdrawnByHatId: actor.hatId, withdrawnAt: now },
  });
  if (count === 0) throw new RuleBroken("This decision is not public");
  await record(ctx, { type: "decision.unpublished", facts: { itemId } });
  return { meetingId: meeting.id };
}
