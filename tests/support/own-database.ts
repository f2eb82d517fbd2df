import { addressesOf, connected, urlFor } from "@/scripts/database";
import { testSettings } from "./settings";

// Each worker has a copy of the template to itself; each test makes its own people, so nothing is cleaned up.
const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
const database = `worker_${process.env.VITEST_POOL_ID}_${process.pid}`;
const globals = globalThis as { casebookTestDatabase?: string; theArea?: unknown };

// Files that share a process and a database do not share an area.
globals.theArea = undefined;

if (globals.casebookTestDatabase !== database) {
  await connected(server.adminUrl, async (client) => {
    await client.query("select pg_advisory_lock(1)"); // the template is copied by one at a time
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database} template template_casebook`);
  });
  globals.casebookTestDatabase = database;
}

Object.assign(process.env, testSettings, {
  DATABASE_URL: addressesOf(server, database).appUrl,
  TEST_DATABASE: database,
  TEST_OWNER_URL: urlFor(server.adminUrl, { database }),
  DATABASE_POOL: "5",
});
