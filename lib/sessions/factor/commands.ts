import "server-only";

import { record } from "@/lib/audit/record";
import { newSeed, stepOf } from "@/lib/crypto/totp";
import { keyedHash, newCode, sealPlain } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { type OwnSession, raiseSession } from "../commands";
import { plainCode } from "../rules";
import { findFactor, seedPlace } from "./queries";

const codeHash = (userId: string, code: string): string =>
  keyedHash(`${userId}.${plainCode(code)}`);

/** A seed for somebody who has no app yet. It counts for nothing until one of its codes was typed. */
export async function proposeFactor(ctx: Context, userId: string): Promise<void> {
  const sealed = sealPlain(seedPlace(userId), newSeed());
  await ctx.tx.$executeRaw`
    insert into user_credentials as known (user_id, totp_sealed, changed_at)
    values (${userId}::uuid, ${sealed}, ${ctx.now})
    on conflict (user_id) do update
       set totp_sealed = excluded.totp_sealed, totp_last_step = null, changed_at = excluded.changed_at
     where known.totp_confirmed_at is null`;
}

/** Each step's code opens once: whoever comes second with it, however close, is refused. */
async function spendStep(ctx: Context, userId: string, step: number): Promise<boolean> {
  const { count } = await ctx.tx.userCredential.updateMany({
    where: { userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

async function refuse(ctx: Context, { userId }: OwnSession): Promise<null> {
  await record(ctx, { type: "factor.failed", facts: { user: userId } });
  return null;
}

type Shown = { token: string } | null;

/** The session's new token, or nothing when the code is wrong or was used. */
export async function showCode(
  ctx: Context,
  { code }: { code: string },
  session: OwnSession,
): Promise<Shown> {
  const factor = await findFactor(ctx, session.userId);
  const step = factor?.isConfirmed ? await stepOf(factor.seed, code, ctx.now) : null;
  if (step === null || !(await spendStep(ctx, session.userId, step))) return refuse(ctx, session);
  const token = await raiseSession(ctx, session);
  await record(ctx, { type: "factor.shown", facts: { user: session.userId, with: "app" } });
  return { token };
}

export async function showRecoveryCode(
  ctx: Context,
  { recoveryCode }: { recoveryCode: string },
  session: OwnSession,
): Promise<Shown> {
  const { count } = await ctx.tx.recoveryCode.updateMany({
    where: {
      userId: session.userId,
      codeHash: codeHash(session.userId, recoveryCode),
      usedAt: null,
    },
    data: { usedAt: ctx.now },
  });
  if (count === 0) return refuse(ctx, session);
  const token = await raiseSession(ctx, session);
  await record(ctx, { type: "factor.shown", facts: { user: session.userId, with: "recovery" } });
  return { token };
}

/** The first code proves that the app has the seed. Ten recovery codes come with it, told this once. */
export async function confirmFactor(
  ctx: Context,
  { code }: { code: string },
  session: OwnSession,
): Promise<{ token: string; recoveryCodes: string[] } | null> {
  const { userId } = session;
  const factor = await findFactor(ctx, userId);
  const step = factor && !factor.isConfirmed ? await stepOf(factor.seed, code, ctx.now) : null;
  if (step === null || !(await spendStep(ctx, userId, step))) return refuse(ctx, session);
  const { count } = await ctx.tx.userCredential.updateMany({
    where: { userId, totpConfirmedAt: null },
    data: { totpConfirmedAt: ctx.now },
  });
  if (count === 0) return refuse(ctx, session);
  const recoveryCodes = Array.from({ length: 10 }, newCode);
  await ctx.tx.recoveryCode.deleteMany({ where: { userId } });
  await ctx.tx.recoveryCode.createMany({
    data: recoveryCodes.map((each) => ({ userId, codeHash: codeHash(userId, each) })),
  });
  const token = await raiseSession(ctx, session);
  await record(ctx, { type: "factor.confirmed", facts: { user: userId } });
  return { token, recoveryCodes };
}
