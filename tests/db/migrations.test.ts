import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { addressesOf, connected, ensureDatabase, migrate } from "@/scripts/database";

const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
let made = 0;

/** An empty database of its own, and a folder of migrations for it. */
async function aDatabase(files: Record<string, string>) {
  const name = `migrating_${process.env.VITEST_POOL_ID}_${process.pid}_${++made}`;
  await ensureDatabase(server.adminUrl, name);
  const folder = mkdtempSync(join(tmpdir(), "casebook-migrations-"));
  const write = (migration: string, sql: string) => {
    mkdirSync(join(folder, migration), { recursive: true });
    writeFileSync(join(folder, migration, "migration.sql"), sql);
  };
  for (const [migration, sql] of Object.entries(files)) write(migration, sql);
  const { ownerUrl } = addressesOf(server, name);
  const tables = () =>
    connected(ownerUrl, async (client) => {
      const { rows } = await client.query(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like '\\_%' order by 1",
      );
      return rows.map((row) => row.relname);
    });
  const history = () =>
    connected(ownerUrl, async (client) => {
      const { rows } = await client.query(
        "select migration_name, finished_at is not null as done, applied_steps_count as steps from _prisma_migrations order by 1",
      );
      return rows;
    });
  return { ownerUrl, write, tables, history, run: () => migrate(ownerUrl, folder) };
}

const two = { "1_one": "create table one (id int)", "2_two": "create table two (id int)" };

test("migrations are applied in order, once, in the history that Prisma's own tool keeps", async () => {
  const database = await aDatabase(two);

  await expect(database.run()).resolves.toEqual(["1_one", "2_two"]);
  await expect(database.run()).resolves.toEqual([]);

  await expect(database.tables()).resolves.toEqual(["one", "two"]);
  await expect(database.history()).resolves.toEqual([
    { migration_name: "1_one", done: true, steps: 1 },
    { migration_name: "2_two", done: true, steps: 1 },
  ]);
});

test("a migration that was changed after it was applied stops the rest, and is named", async () => {
  const database = await aDatabase(two);
  await database.run();

  database.write("1_one", "create table one (id bigint)");
  database.write("3_three", "create table three (id int)");

  await expect(database.run()).rejects.toThrow(
    "Migration 1_one was changed after it was applied. Restore it and add a new one.",
  );
  await expect(database.tables()).resolves.toEqual(["one", "two"]);
});

test("of a migration that fails nothing is kept, and it is named", async () => {
  const database = await aDatabase({
    ...two,
    "2_two": "create table two (id int); select no_such_thing()",
  });

  await expect(database.run()).rejects.toThrow(
    /^Migration 2_two failed and nothing of it was kept: .*no_such_thing/,
  );
  await expect(database.tables()).resolves.toEqual(["one"]);

  database.write("2_two", "create table two (id int)");
  await expect(database.run()).resolves.toEqual(["2_two"]);
});

test("a migration that another tool left half done is not stepped over", async () => {
  const database = await aDatabase({ "1_one": two["1_one"] });
  await database.run();
  await connected(database.ownerUrl, (client) =>
    client.query("update _prisma_migrations set finished_at = null"),
  );

  await expect(database.run()).rejects.toThrow("Migration 1_one failed earlier.");
});

test("of two that migrate at once, one waits and finds nothing left to do", async () => {
  const database = await aDatabase({ "1_one": `select pg_sleep(0.3); ${two["1_one"]}` });

  const applied = await Promise.all([database.run(), database.run()]);

  expect(applied.flat()).toEqual(["1_one"]);
  await expect(database.history()).resolves.toHaveLength(1);
});
