import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getEdition } from "@/lib/profile/queries";

/** A summary that waits to be cleared, for whoever keeps it. */
export async function getSummary(ctx: Context, summaryId: string) {
  const found = await ctx.tx.profileSummary.findUnique({
    where: { id: summaryId },
    select: { id: true, editionId: true, body: true, writtenAt: true, clearedOn: true },
  });
  if (!found) throw new NotFound("summary", summaryId);
  await getEdition(ctx, found.editionId, "profile:write");
  return found;
}
