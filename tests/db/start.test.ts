import { Pool } from "pg";
import { afterAll, afterEach, expect, test, vi } from "vitest";

import { demonstrationAccountsIn, unsafeInDatabase } from "@/lib/db/safety";
import { demonstrationAccounts } from "@/lib/demonstration";
import { whyNotStart } from "@/lib/request/start";
import { addressesOf, connected } from "@/scripts/database";
import { owner } from "@/tests/support/owner";

const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
const adminUrl = process.env.TEST_OWNER_URL ?? "";
const { ownerUrl } = addressesOf(server, new URL(adminUrl).pathname.slice(1));
const pools: Pool[] = [];
const as = (url: string) => {
  const pool = new Pool({ connectionString: url, max: 1 });
  pools.push(pool);
  return pool;
};
const alter = (sql: string) => connected(adminUrl, (client) => client.query(sql));

afterAll(() => Promise.all(pools.map((pool) => pool.end())));
afterEach(() => vi.unstubAllEnvs());

test("the application's own role may start", async () => {
  expect(await unsafeInDatabase()).toEqual([]);
  expect(await whyNotStart()).toEqual([]);
});

test("a superuser may not", async () => {
  const said = await unsafeInDatabase(as(adminUrl));

  expect(said[0]).toBe("The database role postgres is, or can become, a superuser.");
  expect(said[1]).toBe("The database role postgres can bypass row-level security.");
  expect(said[2]).toMatch(/^The database role postgres owns, or can become the owner of, tables: /);
});

test("the owner of the tables may not", async () => {
  const said = await unsafeInDatabase(as(ownerUrl));

  expect(said).toEqual([
    expect.stringMatching(/^The database role casebook_owner owns, .* and \d+ more\.$/),
  ]);
});

test("a role that may put on the owner's may not", async () => {
  await alter("create role tries_it login password 'x' in role casebook_owner");
  const url = new URL(ownerUrl);
  url.username = "tries_it";
  url.password = "x";

  const said = await unsafeInDatabase(as(url.href));
  await alter("drop role tries_it");

  expect(said[0]).toMatch(/^The database role tries_it owns, or can become the owner of/);
});

test("a table whose rows nothing guards is named", async () => {
  await alter("alter table hats disable row level security");
  await alter("alter table users no force row level security");

  const said = await unsafeInDatabase();
  await alter("alter table hats enable row level security");
  await alter("alter table users force row level security");

  expect(said).toEqual([
    "Row-level security is not enabled on hats.",
    "Row-level security is not forced on users.",
  ]);
});

test("the demonstration's accounts keep production from starting, and nothing else does", async () => {
  const [known] = demonstrationAccounts;
  const { id: userId } = await owner.user.create({
    data: { email: known?.email ?? "", name: "Lena Ashdown" },
    select: { id: true },
  });
  expect(await demonstrationAccountsIn()).toEqual([]); // nobody can sign in with it

  await owner.userCredential.create({ data: { userId, passwordHash: "x" } });

  expect(await demonstrationAccountsIn()).toEqual([
    "The accounts of the demonstration are in this database: lead@oakfield.example.",
  ]);
  expect(await whyNotStart()).toEqual([]);
  vi.stubEnv("AUTH_SECRET", "mVhT0rPZ8qkX2bYc5nGfJ7wLs3dUa9eR1iHo");
  vi.stubEnv("CASEBOOK_HASH_KEY", "Zt6KxQ4vBn8MpWc2LrYh5FsJd7Gg3Ta1UeXo");
  vi.stubEnv("CASEBOOK_KEYS", "1:q8Zr1vXkT3mNw5yHb7JcPd9FgL2sQa4UeRt6YiOx0Kc=");
  vi.stubEnv("CASEBOOK_MODE", "production");
  expect(await whyNotStart()).toEqual([
    "The accounts of the demonstration are in this database: lead@oakfield.example.",
  ]);
});
