import "server-only";

import { getAreaToWrite, getPostToChange } from "@/lib/areas/queries";
import { assertIsThere, isTaken, yearsToRecord } from "@/lib/areas/rules";
import type {
  AddAreaPost,
  ChangeAreaContact,
  EndAreaPost,
  RecordPriority,
} from "@/lib/areas/schema";
import { record } from "@/lib/audit/record";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";

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

/** Changed while they are there. What the contact was before stays: the database keeps it with the change itself. */
export async function changeAreaContact(ctx: Context, input: ChangeAreaContact) {
  const { postId, version, contact } = input;
  const { actor, tx, now } = ctx;
  const post = await getPostToChange(ctx, postId);
  assertIsThere(post);
  const { count } = await tx.areaPost.updateMany({
    where: { id: postId, version, untilOn: null },
    data: { contact, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count === 0)
    throw new Overtaken(
      post.editedBy ?? "Somebody else",
      post.editedAt ? `on ${formatInstant(post.editedAt)}` : "since you opened this page",
      [{ name: "contact", label: "Work contact", theirs: post.contact }],
      post.version,
    );
  await record(ctx, {
    type: "area_profile.contact_changed",
    facts: { postId, kind: post.kind },
  });
  return {};
}

/** Ended with a reason, and kept: who it was stays in the history. */
export async function endAreaPost(ctx: Context, { postId, untilDay, reasons }: EndAreaPost) {
  const { actor, tx } = ctx;
  const post = await getPostToChange(ctx, postId);
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
