// Runs one of our TypeScript scripts, with what it needs in place. The condition lets server code load outside the framework.
import { spawn } from "node:child_process";

import { prepare } from "./steps.mjs";

const [script, ...args] = process.argv.slice(2);
await prepare();
const child = spawn(
  process.execPath,
  ["--conditions=react-server", "--import", "tsx", script, ...args],
  { stdio: "inherit" },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
