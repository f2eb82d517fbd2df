import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a worker's database and process are for: files that count, change or end all that is there. */
const alone = [
  "account-script",
  "assessments/*",
  "attachments",
  "catalogue",
  "clocks/*",
  "differential/*",
  "documents",
  "exhausted",
  "exit-code",
  "full-disk",
  "governance/clocks",
  "kill",
  "migrations",
  "northbridge",
  "outside",
  "pool",
  "reports/reminders",
  "sign-in*",
  "start",
  "together",
  "audit/{tampering,writing}",
  "worker/*",
].map((name) => `tests/db/${name}.test.ts`);

const database = {
  root,
  globalSetup: ["tests/support/template-database.ts"],
  setupFiles: ["tests/support/own-database.ts"],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  resolve: {
    alias: { "@": root, "server-only": `${root}node_modules/server-only/empty.js` },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // An awkward zone, so that a forgotten one shows.
    env: { TZ: "Pacific/Chatham" },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          root,
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          testTimeout: 60_000, // a busy machine is not a fault
        },
      },
      {
        extends: true,
        // One process and one database after the other: most of these files is the loading of the code.
        test: {
          ...database,
          name: "db",
          isolate: false,
          include: ["tests/db/**/*.test.ts"],
          exclude: alone,
        },
      },
      {
        extends: true,
        test: { ...database, name: "db alone", include: alone },
      },
    ],
  },
});
