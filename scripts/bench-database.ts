// Databases to measure on: Northbridge, and many cases laid over it.
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { testSettings } from "@/tests/support/settings";
import { addressesOf, connected, ensureDatabase, migrate, startServer, urlFor } from "./database";

export const benchFolder = join(tmpdir(), `casebook-bench-${process.pid}`);

/** A server as production would have it: every commit reaches the disk. */
export const startBenchServer = () =>
  startServer(benchFolder, { flags: ["-c", "shared_buffers=1GB", "-c", "max_wal_size=4GB"] });

export type Filled = Awaited<ReturnType<typeof fillDatabase>>;

/** Makes a database of its own for this many cases, and says who can be asked about them. */
export async function fillDatabase(server: Awaited<ReturnType<typeof startServer>>, cases: number) {
  const name = `bench_${cases}`;
  await ensureDatabase(server.adminUrl, name);
  const { ownerUrl, appUrl } = addressesOf(server, name);
  const adminUrl = urlFor(server.adminUrl, { database: name });
  await migrate(ownerUrl);
  Object.assign(process.env, testSettings, { SEED_URL: adminUrl, DATABASE_URL: appUrl });
  const { seed } = await import("@/prisma/seed");
  const { fill } = await import("@/prisma/seed/large");
  await seed();
  const { few, half } = await fill(adminUrl, cases);
  await connected(adminUrl, (client) => client.query("vacuum (analyze)"));
  const actors = await demonstrators(adminUrl);
  return { ownerUrl, appUrl, adminUrl, few, half, actors };
}

/** Somebody in each role of Northbridge. */
async function demonstrators(adminUrl: string): Promise<Record<Role, Actor>> {
  return connected(adminUrl, async (client) => {
    const { rows } = await client.query<Actor>(
      `select distinct on (h.role) h.id as "hatId", h.user_id as "userId", h.role, h.area_id as "areaId",
              h.organisation_id as "organisationId"
         from hats h join areas a on a.id = h.area_id
        where a.name = 'Northbridge' and h.ended_at is null order by h.role, h.id`,
    );
    return Object.fromEntries(rows.map((actor) => [actor.role, actor])) as Record<Role, Actor>;
  });
}

/** Keeps what was measured, beside the table that was printed. */
export function keepResults(name: string, results: unknown): void {
  mkdirSync("bench-results", { recursive: true });
  const file = `bench-results/${name}-${new Date().toISOString().slice(0, 16).replace(":", "")}.json`;
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nKept in ${file}`);
}

export const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
