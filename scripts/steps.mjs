// What every script starts with: the packages, the generated client and the styles are there.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const bin = (name) => (name === "node" ? process.execPath : `node_modules/.bin/${name}`);

/**
 * Runs one command with its output shown. Resolves to whether it succeeded, and to the last it said, so that
 * whoever reads only the end of a long run is told there what went wrong.
 */
export function runAndKeep(name, [command, ...args], env = {}) {
  console.log(`\n── ${name}`);
  return new Promise((resolve) => {
    const child = spawn(command === "npm" ? "npm" : bin(command), args, {
      stdio: ["inherit", "pipe", "pipe"],
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: "1" }), ...env },
    });
    let said = "";
    for (const stream of ["stdout", "stderr"])
      child[stream].setEncoding("utf8").on("data", (words) => {
        process[stream].write(words);
        said = (said + words).slice(-kept);
      });
    const end = (code) => resolve({ ok: code === 0, said: said.trimEnd() });
    child.on("close", end);
    // Something it left running may hold its output open for ever.
    child.on("exit", (code) => setTimeout(end, 2_000, code).unref());
  });
}
const kept = 6_000; // signs

/** The same, for whoever asks only whether it succeeded. */
export const run = async (...step) => (await runAndKeep(...step)).ok;

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
