// The quick half of the tests: format and lint, imports, types, unit tests.
import { prepare, run } from "./steps.mjs";

await prepare();
const steps = [
  ["format and lint", "biome", "check", "."],
  ["imports", "node", "scripts/imports.mjs"],
  ["types of routes", "next", "typegen"],
  ["types", "node", "node_modules/typescript7/bin/tsc", "-p", "."],
  ["unit tests", "vitest", "run", "--config", "tests/vitest.config.ts", "--project", "unit"],
];
let failed = 0;
for (const [name, ...command] of steps) failed += (await run(name, command)) ? 0 : 1;
process.exit(failed ? 1 : 0);
