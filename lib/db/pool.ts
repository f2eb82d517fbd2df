import "server-only";

import { Pool } from "pg";

const globals = globalThis as { casebookPool?: Pool };

/** One pool for everything, small enough that a waiting request is told so within two seconds. */
globals.casebookPool ??= new Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL ?? 10),
  connectionTimeoutMillis: 2_000,
  idleTimeoutMillis: 30_000,
  options: "-c statement_timeout=10s -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s",
});
export const pool = globals.casebookPool;
// A connection that breaks while idle is replaced at the next use; it must not end the process.
if (pool.listenerCount("error") === 0) pool.on("error", () => {});
