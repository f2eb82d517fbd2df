import "server-only";

import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";

import { pool } from "@/lib/db/pool";

const limiter = (keyPrefix: string, points: number) =>
  new RateLimiterPostgres({
    storeClient: pool,
    tableName: "throttles",
    tableCreated: true,
    keyPrefix,
    points,
    duration: 15 * 60,
  });

// One account from one address; one address; one account from wherever. A device that has signed in
// to the account before is counted by itself alone, so that no stranger can lock the owner out.
const limiters = {
  pair: limiter("pair", 10),
  address: limiter("address", 100),
  account: limiter("account", 30),
  device: limiter("device", 10),
  factor: limiter("factor", 10),
};
export type Throttled = Partial<Record<keyof typeof limiters, string>>;

const each = <T>(keys: Throttled, ask: (one: RateLimiterPostgres, key: string) => Promise<T>) =>
  Promise.all(
    Object.entries(keys).map(([limit, key]) => ask(limiters[limit as keyof Throttled], key)),
  );

/**
 * Counts a try before it is made, since many made at once would all find the count as it was.
 * Minutes to wait if it is one too many, or 0; and which try it is.
 */
export async function countTry(keys: Throttled): Promise<{ minutes: number; tries: number }> {
  const counted = await each(keys, async (one, key) => {
    const { consumedPoints, msBeforeNext }: RateLimiterRes = await one.penalty(key, 1);
    const isOver = consumedPoints > one.points;
    return { minutes: isOver ? Math.ceil(msBeforeNext / 60_000) : 0, consumedPoints };
  });
  return {
    minutes: Math.max(...counted.map(({ minutes }) => minutes)),
    tries: counted[0]?.consumedPoints ?? 1,
  };
}

/** The try was right: it counts for nothing, and those before it on the same account neither. */
export async function forgetTries({ address, account, ...own }: Throttled): Promise<void> {
  await each(own, (one, key) => one.delete(key));
  await each({ ...(address && { address }), ...(account && { account }) }, (one, key) =>
    one.reward(key, 1),
  );
}
