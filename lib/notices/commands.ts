import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { mailFor, type Notice } from "./rules";
import type { MarkRead } from "./schema";

/**
 * Tells hats that something waits: a notice on their home page, and a mail in the outbox, both in
 * the caller's transaction. Hats that ended are passed over, and nobody is told of what they did
 * themselves.
 */
export async function notify(
  { actor, tx, now }: Context,
  hatIds: readonly string[],
  notice: Notice,
): Promise<void> {
  const hats = await tx.hat.findMany({
    where: { id: { in: [...new Set(hatIds)] }, endedAt: null, NOT: { id: actor.hatId } },
    select: { id: true, userId: true, areaId: true },
  });
  if (hats.length === 0) return;
  await tx.notification.createMany({
    data: hats.map(({ id, userId, areaId }) => ({
      ...notice,
      hatId: id,
      userId,
      areaId,
      createdAt: now,
    })),
  });
  const mail = mailFor(notice, env().APP_ORIGIN);
  await tx.outboxMail.createMany({
    data: hats.map(({ userId, areaId }) => ({
      ...mail,
      userId,
      areaId,
      createdAt: now,
      nextTryAt: now,
    })),
  });
}

/** Everybody in an area who wears a role now. */
export async function hatsInRole({ tx }: Context, areaId: string, role: string): Promise<string[]> {
  const hats = await tx.hat.findMany({
    where: { areaId, role, endedAt: null },
    select: { id: true },
  });
  return hats.map(({ id }) => id);
}

/** Puts away what somebody has read: their own notices, and no others. */
export async function markRead(ctx: Context, { noticeIds }: MarkRead) {
  const { actor, tx, now } = ctx;
  const { count } = await tx.notification.updateMany({
    where: { id: { in: noticeIds }, hatId: actor.hatId, readAt: null },
    data: { readAt: now },
  });
  await record(ctx, { type: "notices.read", facts: { count } });
  return { count };
}
