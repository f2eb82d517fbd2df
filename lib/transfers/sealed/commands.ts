import "server-only";

import { attachmentPlace, versionPlace } from "@/lib/attachments/queries";
import { aroundPlace } from "@/lib/cases/around/queries";
import { type DataKey, open, seal } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { titlePlace } from "@/lib/documents/queries";
import { itemPlace } from "@/lib/information/items/queries";
import { contactPlace } from "@/lib/referrals/queries";

/** Where each thing that is handed on sealed has its place. */
const placeOf = {
  contact: contactPlace,
  attachment: attachmentPlace,
  item: itemPlace,
  around: aroundPlace,
  document: titlePlace,
  version: versionPlace,
} as const;
type Kind = keyof typeof placeOf;

type Sealed = { kind: Kind; was: string; becomes: string; belongsTo: string | null };
type Read = { bytes: Uint8Array; isSealed: boolean; keyId: string; wrapped: Uint8Array };

/**
 * T27: the files, the documents and whatever else was sealed, opened under the key of the old area and sealed
 * under that of the new one. Only the transaction that takes a case on is given them. One at a time, so that
 * no more than one file is held in memory.
 */
export async function takeOverSealed(
  { tx }: Pick<Context, "tx">,
  transferId: string,
  key: DataKey,
): Promise<number> {
  const all = await tx.$queryRaw<Sealed[]>`
    select kind, was, becomes, belongs_to as "belongsTo" from list_sealed(${transferId}::uuid)`;
  for (const { kind, was, becomes, belongsTo } of all) {
    const [read] = await tx.$queryRaw<Read[]>`
      select bytes, is_sealed as "isSealed", key_id as "keyId", wrapped
        from read_sealed(${transferId}::uuid, ${kind}, ${was}::uuid)`;
    const anew = read ? seal(key, placeOf[kind](becomes), plainOf(read, placeOf[kind](was))) : null;
    await tx.$executeRaw`
      select keep_sealed(${transferId}::uuid, ${kind}, ${was}::uuid, ${becomes}::uuid, ${belongsTo}::uuid, ${anew})`;
  }
  return all.length;
}

const plainOf = ({ bytes, isSealed, keyId: id, wrapped }: Read, place: string) =>
  isSealed ? open({ id, wrapped }, place, bytes) : bytes;
