import "server-only";

import type { DataKey } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";

/** The key of a referral and its case, or of a paper of a body. Once destroyed, what it sealed is not there any more. */
export async function getDataKey({ tx }: Context, dataKeyId: string): Promise<DataKey> {
  const found = await tx.dataKey.findUnique({
    where: { id: dataKeyId },
    select: { id: true, wrapped: true },
  });
  if (!found?.wrapped) throw new NotFound("data key", dataKeyId);
  return { id: found.id, wrapped: found.wrapped };
}
