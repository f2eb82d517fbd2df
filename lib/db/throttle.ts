import "server-only";

import { RateLimiterPostgres } from "rate-limiter-flexible";

import { pool } from "@/lib/db/client";

const limiter = (keyPrefix: string, points: number) =>
  new RateLimiterPostgres({
    storeClient: pool,
    tableName: "throttles",
    tableCreated: true,
    keyPrefix,
    points,
    duration: 15 * 60,
  });

// Per account from one address; per address; and per account whatever the address, which only slows
// devices that never signed in to it, so that a stranger cannot lock the owner out.
const limiters = {
  pair: limiter("pair", 10),
  address: limiter("address", 100),
  account: limiter("account", 30),
};
type Limit = keyof typeof limiters;

/** Minutes to wait before another try, or 0. */
export async function minutesToWait(keys: Partial<Record<Limit, string>>): Promise<number> {
  const waits = await Promise.all(
    Object.entries(keys).map(async ([limit, key]) => {
      const state = await limiters[limit as Limit].get(key);
      return state && state.remainingPoints <= 0 ? Math.ceil(state.msBeforeNext / 60_000) : 0;
    }),
  );
  return Math.max(0, ...waits);
}

export async function countFailure(keys: Partial<Record<Limit, string>>): Promise<void> {
  await Promise.all(
    Object.entries(keys).map(([limit, key]) => limiters[limit as Limit].penalty(key, 1)),
  );
}

export async function forgetFailures(keys: Partial<Record<Limit, string>>): Promise<void> {
  await Promise.all(
    Object.entries(keys).map(([limit, key]) => limiters[limit as Limit].delete(key)),
  );
}
