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

export type SignedIn = { token: string; isAllowed: true } | { isAllowed: false };

/** Checks an e-mail address and a password, and opens a session. Says the same whatever was wrong. */
export async function signIn(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<SignedIn> {
  const found = await ctx.tx.user.findFirst({
    where: { email: { equals: email, mode: "insensitive" }, status: "active" },
    select: { id: true, userCredential: { select: { passwordHash: true } } },
  });
  const stored = found?.userCredential?.passwordHash;
  const isRight = await verify(stored ?? (await dummy), password).catch(() => false);
  if (!found || !stored || !isRight) {
    await record(ctx, {
      type: "sign_in.failed",
      facts: { account: keyedHash(email.toLowerCase()) },
    });
    return { isAllowed: false };
  }
  return { isAllowed: true, token: await openSessionFor(ctx, found.id) };
}

/** Opens a session for somebody whose identity is proved. The token is new each time, so none can be fixed beforehand. */
export async function openSessionFor(ctx: Context, userId: string): Promise<string> {
  const token = newToken();
  const hats = await ctx.tx.hat.findMany({
    where: { userId, endedAt: null },
    select: { id: true },
    orderBy: { grantedAt: "asc" },
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
  await ctx.tx.session.create({
    data: {
      tokenHash: tokenHash(token),
      userId,
      hatId: hats.length === 1 ? hats[0]?.id : null, // with several, they choose
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + longestHours * 3_600_000),
    },
    select: { id: true },
  });
  await record(ctx, { type: "sign_in.succeeded", facts: { user: userId } });
  return token;
}

type OwnSession = { sessionId: string; userId: string };

/** Puts on another hat of one's own, for this session. */
export async function chooseHat(
  ctx: Context,
  { hatId }: ChooseHat,
  { sessionId, userId }: OwnSession,
): Promise<void> {
  const hat = await ctx.tx.hat.findFirst({
    where: { id: hatId, userId, endedAt: null },
    select: { id: true, role: true },
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

export async function endSession(ctx: Context, sessionId: string): Promise<void> {
  const { count } = await ctx.tx.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { endedAt: ctx.now },
  });
  if (count === 0) throw new RuleBroken("You are already signed out.");
  await record(ctx, { type: "sign_out.done" });
}
