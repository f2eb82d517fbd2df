// A database, the built application on a port of its own, and the browser tests against them.
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { testSettings } from "@/tests/support/settings";
import { addressesOf, ensureDatabase, freePort, migrate, startServer, urlFor } from "./database";

const folder = join(tmpdir(), `casebook-e2e-${process.pid}`);
const server = await startServer(folder, { flags: ["-c", "fsync=off"] });
const port = String(await freePort());
const origin = `http://localhost:${port}`;

await ensureDatabase(server.adminUrl, "casebook");
const { ownerUrl, appUrl } = addressesOf(server, "casebook");
await migrate(ownerUrl);

const env = {
  ...process.env,
  ...testSettings,
  NODE_ENV: "production",
  DATABASE_URL: appUrl,
  TEST_OWNER_URL: urlFor(server.adminUrl, { database: "casebook" }),
  APP_ORIGIN: origin,
  PORT: port,
  TZ: "Pacific/Chatham",
} as NodeJS.ProcessEnv;

const finished = (child: ChildProcess) =>
  new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));

async function untilReady() {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(`${origin}/api/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The application was not ready within 30 seconds.");
}

const app = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", port], {
  env,
  stdio: ["ignore", "ignore", "inherit"],
});
let code = 1;
try {
  await untilReady();
  const runner = spawn(
    process.execPath,
    [
      "node_modules/@playwright/test/cli.js",
      "test",
      "-c",
      "tests/playwright.config.ts",
      ...process.argv.slice(2),
    ],
    {
      env: { ...env, NODE_ENV: "test", NODE_OPTIONS: "--conditions=react-server" },
      stdio: "inherit",
    },
  );
  code = await finished(runner);
} finally {
  app.kill("SIGTERM");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
