import "server-only";

import { getDataKey } from "@/lib/crypto/queries";
import { open } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import type { FormValues } from "@/lib/form-state";

export const draftPlace = (itemId: string, hatId: string): string =>
  `decision_drafts.sealed.${itemId}.${hatId}`;

type Item = { id: string; case: { dataKeyId: string } };

/** What this chair has typed of the decision on an item, and when it was last saved. */
export async function findDecisionDraft(ctx: Context, { id: itemId, case: { dataKeyId } }: Item) {
  const { actor, tx } = ctx;
  const { hatId } = actor;
  const found = await tx.decisionDraft.findUnique({
    where: { itemId_hatId: { itemId, hatId } },
    select: { sealed: true, savedAt: true },
  });
  if (!found?.sealed) return null;
  const key = await getDataKey(ctx, dataKeyId);
  const values: FormValues = JSON.parse(
    open(key, draftPlace(itemId, hatId), found.sealed).toString(),
  );
  return { values, savedAt: found.savedAt };
}
