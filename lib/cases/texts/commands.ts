import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { assertMaySearch } from "./queries";
import type { SearchTexts } from "./schema";

/** Keeps what is asked, so that only a key has to travel in an address. The answer is logged when it is read. */
export async function searchTexts(ctx: Context, { words }: SearchTexts) {
  assertMaySearch(ctx);
  const { actor, tx, now } = ctx;
  const { id } = await tx.savedSearch.create({
    data: {
      hatId: actor.hatId,
      areaId: actor.areaId,
      kind: "texts",
      terms: { words },
      createdAt: now,
    },
    select: { id: true },
  });
  return { searchId: id };
}
