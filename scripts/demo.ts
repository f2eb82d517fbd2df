// Starts a database in this folder, loads Northbridge the first time, builds, serves, and stops cleanly.
//   --reset          start over          --dev   serve without building, for development
//   --people 100000  a large Northbridge, for measuring
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { parseArgs } from "node:util";

import { demonstrationAccounts, demonstrationPassword } from "@/lib/demonstration";
import { addressesOf, ensureDatabase, migrate, startServer } from "./database";

const { values: wish } = parseArgs({
  options: {
    reset: { type: "boolean" },
    dev: { type: "boolean" },
    people: { type: "string" },
  },
});
const folder = ".casebook";
const port = process.env.PORT ?? "3000";
const origin = `http://localhost:${port}`;

if (wish.reset) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** Made at the first start and kept, so that what was sealed yesterday opens today. */
function settings(): Record<string, string> {
  const file = `${folder}/settings.json`;
  if (!existsSync(file)) {
    const made = {
      AUTH_SECRET: randomBytes(32).toString("base64"),
      CASEBOOK_HASH_KEY: randomBytes(32).toString("base64"),
      CASEBOOK_KEYS: `1:${randomBytes(32).toString("base64")}`,
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

const children: ChildProcess[] = [];
const finished = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", resolve));

function start(command: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env });
  children.push(child);
  return child;
}

/** Whether anything that goes into the build is newer than it. */
function isBuildOld(): boolean {
  if (!existsSync(".next/BUILD_ID")) return true;
  const built = statSync(".next/BUILD_ID").mtimeMs;
  const sources = ["app", "components", "lib", "public"].flatMap((part) =>
    readdirSync(part, { recursive: true, encoding: "utf8" }).map((name) => `${part}/${name}`),
  );
  const settings = ["next.config.js", "package.json", "proxy.ts", "tsconfig.json"];
  return [...sources, ...settings].some((source) => statSync(source).mtimeMs > built);
}

const server = await startServer(`${folder}/postgres`);
let isStopping = false;
async function stop(code: number) {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.filter((child) => child.exitCode === null).map(finished));
  await server.stop();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));

try {
  await ensureDatabase(server.adminUrl, "casebook");
  const { ownerUrl, appUrl } = addressesOf(server, "casebook");
  await migrate(ownerUrl);
  Object.assign(process.env, settings(), {
    DATABASE_URL: appUrl,
    SEED_URL: server.adminUrl.replace(/[^/]+$/, "casebook"),
    CASEBOOK_MODE: "demonstration",
    APP_ORIGIN: origin,
  });
  const { seed } = await import("@/prisma/seed");
  await seed({ people: wish.people ? Number(wish.people) : undefined });

  const env = { ...process.env, PORT: port, NEXT_TELEMETRY_DISABLED: "1" } as NodeJS.ProcessEnv;
  const next = "node_modules/next/dist/bin/next";
  if (!wish.dev && isBuildOld()) {
    console.log("Building, which takes about a minute …");
    const code = await finished(start(process.execPath, [next, "build"], env));
    if (code !== 0) await stop(1);
  }
  const serve = wish.dev ? ["dev", "-p", port] : ["start", "-p", port];
  const app = start(process.execPath, [next, ...serve], env);
  app.once("exit", () => void stop(1));
  if (existsSync("scripts/worker.ts"))
    start(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"],
      env,
    );

  console.log(`\nNorthbridge, a demonstration in which everybody is invented: ${origin}\n`);
  for (const { email, role } of demonstrationAccounts) console.log(`  ${email.padEnd(42)} ${role}`);
  console.log(`\n  Password of every account: ${demonstrationPassword}\n  Ctrl-C stops it.\n`);
} catch (error) {
  console.error(error);
  await stop(1);
}
