import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken } from "@/lib/errors";
import { postStates } from "@/lib/funding/labels";
import { getLine, getPost } from "@/lib/funding/queries";
import type { AddPost, EditPost } from "@/lib/funding/schema";

const rowOf = ({ title, state, fromDay, toDay, cost, note }: Omit<AddPost, "lineId">) => ({
  ...{ title, state, note, costPence: BigInt(cost), fromOn: toDateColumn(fromDay) },
  toOn: toDay ? toDateColumn(toDay) : null,
});

/** A post that a line pays for, or is to pay for (0.12). Who holds it is nobody's business here. */
export async function addPost(ctx: Context, { lineId, ...post }: AddPost) {
  const { actor, tx, now } = ctx;
  const { areaId } = await getLine(ctx, lineId, "money:write");
  const by = { editedByHatId: actor.hatId, editedAt: now };
  await tx.fundingPost.createMany({ data: { ...rowOf(post), lineId, areaId, ...by } });
  await record(ctx, { type: "funding.post_added", facts: { lineId, state: post.state } });
  return { lineId };
}

export async function editPost(ctx: Context, { postId, version, ...post }: EditPost) {
  const { actor, tx, now } = ctx;
  const seen = await getPost(ctx, postId);
  const { count } = await tx.fundingPost.updateMany({
    where: { id: postId, version },
    data: {
      ...{ ...rowOf(post), version: version + 1, editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [
        { name: "title", label: "Post", theirs: seen.title },
        { name: "state", label: "State", theirs: seen.state, choices: postStates },
      ],
      seen.version,
    );
  await record(ctx, { type: "funding.post_changed", facts: { postId, state: post.state } });
  return { lineId: seen.lineId };
}
