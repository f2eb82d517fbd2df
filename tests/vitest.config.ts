import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

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
        test: { name: "unit", root, include: ["tests/unit/**/*.test.{ts,tsx}"] },
      },
      {
        extends: true,
        test: {
          name: "db",
          root,
          include: ["tests/db/**/*.test.ts"],
          globalSetup: ["tests/support/template-database.ts"],
          setupFiles: ["tests/support/own-database.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
