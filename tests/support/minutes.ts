import type { Actor } from "@/lib/access/actor";
import { seal } from "@/lib/crypto/vault";
import { owner } from "./owner";

type Listed = { id: string; meetingId: string; caseId: string };

/** The minutes of a meeting as a draft, with a block for one of its items. */
export async function someMinutes(
  { id: itemId, meetingId, caseId }: Listed,
  { areaId, dataKeyId }: { areaId: string; dataKeyId: string },
  { hatId }: Actor,
  body = "The panel heard every organisation.",
) {
  const at = new Date();
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: dataKeyId } });
  const sealedBody = seal(
    { id: key.id, wrapped: key.wrapped ?? new Uint8Array() },
    `minute_blocks.sealed_body.${itemId}`,
    body,
  );
  const drafted = { draftedByHatId: hatId, draftedAt: at };
  await owner.minutes.upsert({
    where: { meetingId },
    create: { meetingId, areaId, attendance: [], dueOn: at, ...drafted },
    update: {},
  });
  const edited = { editedByHatId: hatId, editedAt: at };
  return owner.minuteBlock.create({
    data: { itemId, meetingId, caseId, areaId, sealedBody, ...edited },
    select: { id: true },
  });
}
