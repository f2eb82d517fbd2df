import "server-only";

import { randomUUID } from "node:crypto";

import { type DataKey, newDataKey } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";

/** Makes and keeps the key of a new referral, or of a paper of this body. */
export async function makeDataKey(
  { actor, tx }: Context,
  bodyId: string | null = null,
): Promise<DataKey> {
  const id = randomUUID();
  const { wrapped, version } = newDataKey(id);
  await tx.dataKey.createMany({
    data: { id, areaId: actor.areaId, bodyId, wrapped, wrappingVersion: version },
  });
  return { id, wrapped };
}
