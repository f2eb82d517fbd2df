import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { isDemonstration } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { NoticeKind } from "@/lib/notices/labels";

const shown = 10;

/** What this hat was told, the unread first and then the newest. */
export async function listNotices({ actor, tx }: Context) {
  const found = await tx.notification.findMany({
    where: { hatId: actor.hatId },
    select: { id: true, kind: true, reference: true, path: true, createdAt: true, readAt: true },
    orderBy: [{ readAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }],
    take: shown,
  });
  const unread = await tx.notification.count({ where: { hatId: actor.hatId, readAt: null } });
  return { unread, notices: found.map((one) => ({ ...one, kind: one.kind as NoticeKind })) };
}

/** The mails that a demonstration would have sent to this person. In production there is no such page. */
export async function listMessages({ actor, tx }: Context) {
  if (!isDemonstration()) throw new NotFound("page", "messages");
  return tx.outboxMail.findMany({
    where: { userId: actor.userId },
    select: { id: true, subject: true, body: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
}
