import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";

import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { RuleBroken } from "@/lib/errors";

/** What every query and command is given: who is asking, in which transaction, and when. */
export type Context = {
  actor: Actor;
  tx: Prisma.TransactionClient;
  now: Date;
};

const inside = new AsyncLocalStorage<true>();

/**
 * Does one piece of work as one actor, in one transaction, in which Postgres shows only the rows
 * that actor may see. The settings end with the transaction, so a pooled connection carries
 * nothing over to the next person. Not to be nested: a second connection taken while holding one
 * can lock the pool. A view may be acknowledged before its record reaches the disk: a crash of the
 * server then loses a fraction of a second of view events, never a write, an export or a refusal.
 */
export function withActor<T>(
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
  now = new Date(),
  { isView = false } = {},
): Promise<T> {
  if (inside.getStore()) throw new Error("withActor inside withActor: pass ctx on instead.");
  const inTransaction = inside.run(true, () =>
    prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`
          select set_config('app.actor_id',           ${actor.userId},         true),
                 set_config('app.actor_hat',          ${actor.hatId},          true),
                 set_config('app.actor_role',         ${actor.role},           true),
                 set_config('app.actor_area',         ${actor.areaId},         true),
                 set_config('app.actor_organisation', ${actor.organisationId}, true),
                 set_config('app.now',                ${now.toISOString()},    true),
                 set_config('synchronous_commit',     ${isView ? "off" : "on"}, true)`;
        return work({ actor, tx, now });
      },
      { maxWait: 2_000, timeout: 10_000 },
    ),
  );
  return inTransaction.catch((error: unknown) => {
    throw keptByDatabase(error) ?? error;
  });
}

type Raised = { code?: string; originalMessage?: string };
const ourCode = "PC001";

/** A rule that the database keeps by itself says why in a sentence, under a code of ours. */
function keptByDatabase(error: unknown): RuleBroken | null {
  const { meta } = Object(error) as { meta?: { driverAdapterError?: { cause?: Raised } } };
  const { code, originalMessage } = meta?.driverAdapterError?.cause ?? {};
  return code === ourCode && originalMessage ? new RuleBroken(originalMessage) : null;
}

/** Reads counts as the role that can read nothing else, then steps back (IS-20, IS-21). */
export async function asStatistics<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await ctx.tx.$executeRaw`set local role casebook_stats`;
  const counted = await work();
  await ctx.tx.$executeRaw`reset role`;
  return counted;
}
