import "server-only";

import type { ScanState } from "@/lib/attachments/labels";
import type { Context } from "@/lib/db/with-actor";

/** The files of a referral that may be read by whoever asks. */
export async function listAttachments({ tx }: Context, referralId: string) {
  const files = await tx.attachment.findMany({
    where: { referralId, removedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, name: true, bytes: true, scan: true, addedAt: true },
  });
  return files.map((file) => ({ ...file, scan: file.scan as ScanState }));
}
