import "server-only";

import { pool } from "@/lib/db/client";

/** Whether the database answers within two seconds. */
export async function canServe(): Promise<boolean> {
  const answered = pool.query("select 1").then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([answered, late]);
}
