import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { addressesOf, ensureDatabase, migrate, startServer } from "@/scripts/database";

const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** One server for the whole run, whichever project asks first, with a migrated template that each worker copies. */
export default async function setup() {
  if (process.env.TEST_SERVER) return;
  const folder = join(tmpdir(), `casebook-test-${process.pid}`);
  const server = await startServer(folder, { flags: fast.flatMap((setting) => ["-c", setting]) });
  await ensureDatabase(server.adminUrl, "template_casebook");
  await migrate(addressesOf(server, "template_casebook").ownerUrl);
  process.env.TEST_SERVER = JSON.stringify({
    adminUrl: server.adminUrl,
    password: server.password,
  }); // the workers inherit it
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
