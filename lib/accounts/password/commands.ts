import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";

/** Puts a password in place of the one there was, if any, and ends what was opened with it. */
export async function setPassword(
  ctx: Context,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<void> {
  const changed = { passwordHash, changedAt: ctx.now };
  await ctx.tx.userCredential.upsert({
    where: { userId },
    create: { userId, ...changed },
    update: changed,
    select: { userId: true },
  });
  await ctx.tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: ctx.now } });
  await record(ctx, { type: "password.set", facts: { user: userId } });
}

/** For somebody who has lost their app and their codes: they set up another at the next sign-in. */
export async function forgetFactor(ctx: Context, { userId }: { userId: string }): Promise<void> {
  await ctx.tx.userCredential.updateMany({
    where: { userId },
    data: { totpSealed: null, totpConfirmedAt: null, totpLastStep: null, changedAt: ctx.now },
  });
  await ctx.tx.recoveryCode.deleteMany({ where: { userId } });
  await record(ctx, { type: "factor.forgotten", facts: { user: userId } });
}
