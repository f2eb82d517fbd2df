import "server-only";

import { getAreaToWrite, getPostToEnd } from "@/lib/areas/queries";
import { isTaken, yearsToRecord } from "@/lib/areas/rules";
import type { AddAreaPost, EndAreaPost, RecordPriority } from "@/lib/areas/schema";
import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";

/** A row of its own, written once: what was said of a year before stays readable (8.10). */
export async function recordPriority(ctx: Context, { yearDay, status, source }: RecordPriority) {
  const { actor, tx, now } = ctx;
  const { today } = await getAreaToWrite(ctx);
  if (!yearsToRecord(today).includes(yearDay))
    throw new FieldsRefused({ yearDay: ["Select the year"] });
  await tx.areaPriority.createMany({
    data: {
      ...{ areaId: actor.areaId, yearOn: toDateColumn(yearDay), status, source },
      ...{ recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  await record(ctx, { type: "area_profile.priority_recorded", facts: { yearDay, status } });
  return {};
}

/** Somebody takes the lead, or a team begins (3.7). */
export async function addAreaPost(ctx: Context, { fromDay, ...input }: AddAreaPost) {
  const { actor, tx, now } = ctx;
  const { posts } = await getAreaToWrite(ctx);
  if (isTaken(input.kind, posts))
    throw new FieldsRefused({ kind: ["Somebody is this lead now. End their time first."] });
  const { id: postId } = await tx.areaPost.create({
    data: {
      ...{ ...input, areaId: actor.areaId, fromOn: toDateColumn(fromDay) },
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "area_profile.post_added", facts: { postId, kind: input.kind } });
  return {};
}

/** Ended with a reason, and kept: who it was stays in the history. */
export async function endAreaPost(ctx: Context, { postId, untilDay, reasons }: EndAreaPost) {
  const { actor, tx } = ctx;
  const post = await getPostToEnd(ctx, postId);
  if (untilDay < post.fromDay)
    throw new FieldsRefused({ untilDay: ["Last day must be the same as or after the first"] });
  const { count } = await tx.areaPost.updateMany({
    where: { id: postId, untilOn: null },
    data: {
      ...{ untilOn: toDateColumn(untilDay), endedBecause: reasons, endedByHatId: actor.hatId },
    },
  });
  if (count === 0) throw new RuleBroken("Somebody has ended this already. Go back to see.");
  await record(ctx, { type: "area_profile.post_ended", facts: { postId, kind: post.kind } });
  return {};
}
