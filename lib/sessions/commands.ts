import "server-only";

import { hash, verify } from "@node-rs/argon2";

import { record } from "@/lib/audit/record";
import { keyedHash, newToken, tokenHash } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, RuleBroken } from "@/lib/errors";
import { longestHours, mostSessions } from "./rules";
import type { ChooseHat } from "./schema";

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

// Verified when there is no such account, so that an unknown name takes as long as a known one.
const dummy = hashPassword("a password that nobody has");

/** Takes long on purpose, so it holds no transaction. Nobody's password is never right. */
export async function isRightPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  const isRight = await verify(stored ?? (await dummy), password).catch(() => false);
  return isRight && !!stored;
}

/** The log keeps which account was tried as a keyed hash: the address typed may be anybody's. */
export const failSignIn = (ctx: Context, email: string): Promise<void> =>
  record(ctx, { type: "sign_in.failed", facts: { account: keyedHash(email.toLowerCase()) } });

type Opened = { token: string; sessionId: string };

/**
 * Opens a session for somebody whose identity is proved. The token is new each time, so none can be
 * fixed beforehand. A fourth session ends the oldest.
 */
export async function openSession(
  ctx: Context,
  { userId, factorLevel = 1 }: { userId: string; factorLevel?: 1 | 2 },
): Promise<Opened> {
  const [user] = await ctx.tx.$queryRaw<unknown[]>`
    select id from users where id = ${userId}::uuid and status = 'active' for update`;
  if (!user) throw new NotFound("account", userId);
  const hats = await ctx.tx.hat.findMany({
    where: { userId, endedAt: null },
    select: { id: true },
    orderBy: { grantedAt: "asc" },
    take: 2,
  });
  const open = await ctx.tx.session.findMany({
    where: { userId, endedAt: null },
    select: { id: true },
    orderBy: { createdAt: "desc" },
    skip: mostSessions - 1,
  });
  if (open.length > 0)
    await ctx.tx.session.updateMany({
      where: { id: { in: open.map(({ id }) => id) } },
      data: { endedAt: ctx.now },
    });
  const token = newToken();
  const { id: sessionId } = await ctx.tx.session.create({
    data: {
      tokenHash: tokenHash(token),
      userId,
      hatId: hats.length === 1 ? hats[0]?.id : null, // with several, they choose
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + longestHours * 3_600_000),
      factorLevel,
      factorAt: factorLevel === 2 ? ctx.now : null,
    },
    select: { id: true },
  });
  await record(ctx, { type: "sign_in.succeeded", facts: { user: userId } });
  return { token, sessionId };
}

export type OwnSession = { sessionId: string; userId: string };

/** A second factor was shown: the session goes on under another token, so that one stolen earlier is worth nothing. */
export async function raiseSession(ctx: Context, { sessionId, userId }: OwnSession) {
  const token = newToken();
  const { count } = await ctx.tx.session.updateMany({
    where: { id: sessionId, userId, endedAt: null },
    data: {
      tokenHash: tokenHash(token),
      factorLevel: 2,
      factorAt: ctx.now,
      lastSeenAt: ctx.now,
    },
  });
  if (count === 0) throw new RuleBroken("You have been signed out. Sign in again.");
  return token;
}

/** Puts on another hat of one's own, for this session. */
export async function chooseHat(
  ctx: Context,
  { hatId }: ChooseHat,
  { sessionId, userId }: OwnSession,
): Promise<void> {
  const hat = await ctx.tx.hat.findFirst({
    where: { id: hatId, userId, endedAt: null },
    select: { role: true },
  });
  if (!hat) throw new NotFound("role", hatId);
  await ctx.tx.session.updateMany({ where: { id: sessionId, userId }, data: { hatId } });
  await record(ctx, { type: "hat.chosen", facts: { user: userId, hat: hatId, role: hat.role } });
}

/** Winds the clock of idleness. The longest a session may last stays as it was. */
export async function staySignedIn(ctx: Context, { sessionId, userId }: OwnSession): Promise<void> {
  await ctx.tx.session.updateMany({
    where: { id: sessionId, userId, endedAt: null },
    data: { lastSeenAt: ctx.now },
  });
}

/** Ends a session, by whoever has it. Ending it again does nothing more. */
export async function endSession(ctx: Context, { sessionId, userId }: OwnSession): Promise<void> {
  const { count } = await ctx.tx.session.updateMany({
    where: { id: sessionId, userId, endedAt: null },
    data: { endedAt: ctx.now },
  });
  if (count > 0) await record(ctx, { type: "sign_out.done", facts: { user: userId } });
}
