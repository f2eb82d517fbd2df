// npm test: everything, from a clean checkout. Ends with one line, "N passed, N failed".
//   --only e2e   builds, then the browser tests alone
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";

import { findBrowser } from "./browser.mjs";
import { prepare, runAndKeep } from "./steps.mjs";

const { values, positionals } = parseArgs({
  options: { only: { type: "string" } },
  allowPositionals: true,
});
const results = "test-results";
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await prepare();
const counts = { passed: 0, failed: 0 };
const add = (passed, failed) => {
  counts.passed += passed;
  counts.failed += failed;
};

// What each failed step said last, to be said again at the end.
const complaints = [];

async function run(name, command, env) {
  const { ok, said } = await runAndKeep(name, command, env);
  if (!ok) complaints.push(`── failed: ${name}\n${said}`);
  return ok;
}

/** A step that passes or fails as a whole. */
async function step(name, ...command) {
  const ok = await run(name, command);
  add(ok ? 1 : 0, ok ? 0 : 1);
  return ok;
}

/** A test runner that writes how many passed and failed. One that wrote nothing has failed. */
async function suite(name, file, read, command, env) {
  const ok = await run(name, command, env);
  const written = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : null;
  if (!written || written.passed === 0) return add(0, 1);
  add(written.passed, written.failed + (!ok && written.failed === 0 ? 1 : 0));
}

const fromVitest = ({ numPassedTests, numFailedTests, numPendingTests = 0 }) => ({
  passed: numPassedTests,
  failed: numFailedTests + numPendingTests, // a skipped test is a defect
});
const fromPlaywright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped,
});
const vitest = (project) => [
  "vitest",
  "run",
  "--config",
  "tests/vitest.config.ts",
  "--project",
  `${project}*`, // some files of the database have a project of their own
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}/${project}.json`,
];

const isAll = values.only === undefined;
if (isAll) {
  await step("format and lint", "biome", "check", ".");
  await step("types of routes", "next", "typegen");
  await step("types", "node", "node_modules/typescript7/bin/tsc", "-p", ".");
  await step("imports", "node", "scripts/imports.mjs");
  await suite("unit tests", `${results}/unit.json`, fromVitest, vitest("unit"));
  await suite("database tests", `${results}/db.json`, fromVitest, vitest("db"));
}
if (isAll || values.only === "e2e") {
  const isBuilt = await step("build", "next", "build");
  const browser = findBrowser();
  if (!isBuilt) console.error("Not built, so the browser tests could not run.");
  else if (!browser) {
    add(0, 1);
    console.error(
      "No Chromium was found or could be installed. Install one, or set CHROMIUM_PATH.",
    );
  } else {
    const command = [
      "node",
      "--conditions=react-server",
      "--import",
      "tsx",
      "scripts/e2e.ts",
      ...positionals,
    ];
    await suite("browser tests", `${results}/e2e.json`, fromPlaywright, command, {
      CHROMIUM_PATH: browser,
    });
  }
}

if (isAll) await step("rules", "node", "scripts/rules.mjs");

for (const complaint of complaints) console.log(`\n${complaint}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
