import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { attachmentPlace } from "@/lib/attachments/queries";
import { noticeConcern } from "@/lib/concerns/commands";
import { seal, sha256 } from "@/lib/crypto/vault";
import { withActor } from "@/lib/db/with-actor";
import { aPdf } from "./files";
import { owner } from "./owner";

/** A concern that somebody has noticed; or one that has been looked into, and waits to be decided. */
export async function aConcern(by: Actor, { isChecked = false } = {}) {
  const { concernId } = await withActor(by, (ctx) =>
    noticeConcern(ctx, {
      about: "A pupil in year 9",
      noticed: "Repeated what was said in a film that was passed round.",
      noticedOn: "2026-03-02",
      howKnown: "seen_or_heard",
    }),
  );
  if (isChecked)
    await owner.concern.update({ where: { id: concernId }, data: { status: "checking" } });
  return concernId;
}

/** A file that came with a referral, or stands in a draft. */
export async function aFile(referralId: string, { userId, hatId }: Actor) {
  const { areaId, organisationId, caseId, dataKeyId } = await owner.referral.findUniqueOrThrow({
    where: { id: referralId },
    select: { areaId: true, organisationId: true, caseId: true, dataKeyId: true },
  });
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: dataKeyId } });
  const id = randomUUID();
  const bytes = Buffer.concat([aPdf, Buffer.from(`% ${id}\n`)]);
  await owner.attachment.create({
    data: {
      ...{ id, referralId, areaId, organisationId, caseId, createdById: userId },
      ...{ name: "letter.pdf", contentType: "application/pdf", bytes: bytes.length },
      sha256: sha256(bytes),
      sealed: seal(
        { id: key.id, wrapped: key.wrapped ?? new Uint8Array() },
        attachmentPlace(id),
        bytes,
      ),
      ...{ scan: "clean", scannedAt: new Date(), addedByHatId: hatId, addedAt: new Date() },
    },
  });
  return { id, bytes };
}

/** Two referrals that the gateway has said are of one person. */
export async function aLink(one: { id: string; areaId: string }, other: { id: string }, by: Actor) {
  const { id } = await owner.personLink.create({
    data: {
      ...{ areaId: one.areaId, referralId: one.id, otherReferralId: other.id },
      ...{ answer: "same", reasons: "The same name and the same day of birth." },
      ...{ linkedByHatId: by.hatId, linkedAt: new Date() },
    },
    select: { id: true },
  });
  return id;
}

/** Something that waits on somebody's home page. */
export async function aNotice({ areaId, userId, hatId }: Actor) {
  const { id } = await owner.notification.create({
    data: {
      ...{ areaId, userId, hatId, kind: "referral_received" },
      ...{ reference: "R-2026-1", path: "/referrals/R-2026-1", createdAt: new Date() },
    },
    select: { id: true },
  });
  return id;
}
