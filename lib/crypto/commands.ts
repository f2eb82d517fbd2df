import "server-only";

import { randomUUID } from "node:crypto";

import { type DataKey, newDataKey } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";

/** Makes and keeps the key of a new referral. */
export async function makeDataKey({ actor, tx }: Context): Promise<DataKey> {
  const id = randomUUID();
  const { wrapped, version } = newDataKey(id);
  await tx.dataKey.createMany({
    data: { id, areaId: actor.areaId, wrapped, wrappingVersion: version },
  });
  return { id, wrapped };
}
