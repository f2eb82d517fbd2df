import "server-only";

import { pool } from "@/lib/db/pool";

let answeredAt = 0;
let asking: Promise<boolean> | undefined;

async function ask(): Promise<boolean> {
  const answered = pool.query("select 1").then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const isThere = await Promise.race([answered, late]);
  if (isThere) answeredAt = Date.now();
  asking = undefined;
  return isThere;
}

/** Whether the database answers within two seconds. Asked by many at once, it is asked once. */
export function canServe({ answeredWithin = 0 } = {}): Promise<boolean> {
  if (Date.now() - answeredAt < answeredWithin) return Promise.resolve(true);
  asking ??= ask();
  return asking;
}
