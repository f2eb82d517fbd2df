import "server-only";

import { open } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { FormValues } from "@/lib/form-state";

export const draftPlace = (itemId: string, hatId: string): string =>
  `decision_drafts.sealed.${itemId}.${hatId}`;

type Item = { id: string; case: { dataKeyId: string } };

type Row = { sealed: Uint8Array; savedAt: Date; wrapped: Uint8Array | null };

/** What this chair has typed of the decision on an item, and when it was last saved. Its key comes along with it. */
export async function findDecisionDraft(
  { actor, tx }: Context,
  { id: itemId, case: { dataKeyId } }: Item,
) {
  const [found] = await tx.$queryRaw<Row[]>`
    select d.sealed, d.saved_at as "savedAt", k.wrapped
      from decision_drafts d left join data_keys k on k.id = ${dataKeyId}::uuid
     where d.item_id = ${itemId}::uuid and d.hat_id = ${actor.hatId}::uuid and d.sealed is not null`;
  if (!found) return null;
  const { sealed, savedAt, wrapped } = found;
  if (!wrapped) throw new NotFound("data key", dataKeyId);
  const place = draftPlace(itemId, actor.hatId);
  const values: FormValues = JSON.parse(open({ id: dataKeyId, wrapped }, place, sealed).toString());
  return { values, savedAt };
}
