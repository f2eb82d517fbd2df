// What every script starts with: the packages, the generated client and the styles are there.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const bin = (name) => (name === "node" ? process.execPath : `node_modules/.bin/${name}`);

/** Runs one command with its output shown. Resolves to whether it succeeded. */
export function run(name, [command, ...args], env = {}) {
  console.log(`\n── ${name}`);
  return new Promise((resolve) => {
    const child = spawn(command === "npm" ? "npm" : bin(command), args, {
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    child.on("exit", (code) => resolve(code === 0));
  });
}

const isOlder = (made, source) =>
  !existsSync(made) || statSync(made).mtimeMs < statSync(source).mtimeMs;

/** Installs and generates what is missing or out of date; does nothing when all is there. */
export async function prepare() {
  const must = async (...step) => (await run(...step)) || process.exit(1);
  if (isOlder("node_modules/.package-lock.json", "package.json"))
    await must("install packages", ["npm", "install", "--no-save"]);
  await must("database client", ["prisma", "generate"]);
  if (isOlder("components/styles/vendor.css", "components/styles/vendor.scss"))
    await must("styles", ["node", "scripts/styles.mjs"]);
}
