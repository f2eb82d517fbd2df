import "server-only";

import { openPlain } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";

export const seedPlace = (userId: string): string => `user_credentials.totp_sealed.${userId}`;

/** The seed of somebody's app, and whether they have shown that the app has it. */
export async function findFactor({ tx }: Context, userId: string) {
  const credential = await tx.userCredential.findUnique({
    where: { userId },
    select: { totpSealed: true, totpConfirmedAt: true },
  });
  if (!credential?.totpSealed) return null;
  return {
    seed: openPlain(seedPlace(userId), credential.totpSealed),
    isConfirmed: credential.totpConfirmedAt !== null,
  };
}
