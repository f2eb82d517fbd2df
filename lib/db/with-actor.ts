import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout } from "node:timers/promises";

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
 * Work that collided with somebody else's was undone whole, and is done again: it has no effect but
 * through its transaction.
 */
export async function withActor<T>(
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
  now = new Date(),
  how: { isView?: boolean } = {},
): Promise<T> {
  if (inside.getStore()) throw new Error("withActor inside withActor: pass ctx on instead.");
  for (let tries = 1; ; tries++) {
    try {
      return await inOneTransaction(actor, work, now, how);
    } catch (error) {
      if (!isCollision(error) || tries === mostTries) throw keptByDatabase(error) ?? error;
      await setTimeout(tries * 20 * Math.random());
    }
  }
}

const inOneTransaction = <T>(
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
  now: Date,
  { isView = false }: { isView?: boolean },
): Promise<T> =>
  inside.run(true, () =>
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

type Raised = { code?: string; originalCode?: string; originalMessage?: string };
type Broken = { code?: string; meta?: { driverAdapterError?: { cause?: Raised } } };
const raisedIn = (error: unknown): Raised =>
  (Object(error) as Broken).meta?.driverAdapterError?.cause ?? {};
const ourCode = "PC001";

/** A rule that the database keeps by itself says why in a sentence, under a code of ours. */
function keptByDatabase(error: unknown): RuleBroken | null {
  const { code, originalMessage } = raisedIn(error);
  return code === ourCode && originalMessage ? new RuleBroken(originalMessage) : null;
}

const mostTries = 4;
// Two that waited for each other, and two that took the same next number.
const collisions = ["40P01", "40001", "23505"];

function isCollision(error: unknown): boolean {
  const { code = "" } = Object(error) as Broken;
  const raised = raisedIn(error);
  return (
    ["P2034", "P2002"].includes(code) ||
    collisions.includes(raised.originalCode ?? raised.code ?? "")
  );
}

/** Reads counts as the role that can read nothing else, then steps back (IS-20, IS-21). */
export async function asStatistics<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await ctx.tx.$executeRaw`set local role casebook_stats`;
  const counted = await work();
  await ctx.tx.$executeRaw`reset role`;
  return counted;
}
