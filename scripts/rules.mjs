// Each numbered rule of casework is named by a test that passed. Reads what the test runners wrote, prints the rules
// that nothing proves, and writes the table of rules and tests to test-results/rules.md.
import { readFileSync, writeFileSync } from "node:fs";

const results = "test-results";
/** How many rules there are of each kind. */
const kinds = [
  ["T", 29],
  ["TL", 10],
  ["P", 8],
  ["Q", 7],
  ["M", 6],
  ["C", 12],
  ["AF", 9],
  ["TR", 3],
  ["RF", 11],
];
const rules = kinds.flatMap(([kind, count]) =>
  Array.from({ length: count }, (_, index) => `${kind}-${`${index + 1}`.padStart(2, "0")}`),
);
/** T01 is written without a dash. */
const written = (rule) => (rule.startsWith("T-") ? rule.replace("-", "") : rule);

const read = (name) => JSON.parse(readFileSync(`${results}/${name}.json`, "utf8"));
const short = (file) => file.replace(/^.*?tests\//, "").replace(/(\.test|\.spec)?\.tsx?$/, "");

const fromVitest = (name) =>
  read(name).testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "passed")
      .map(({ fullName }) => ({ file: short(file), title: fullName })),
  );
const fromPlaywright = ({ suites = [], specs = [], file }) => [
  ...specs.filter(({ ok }) => ok).map(({ title }) => ({ file: short(`tests/e2e/${file}`), title })),
  ...suites.flatMap(fromPlaywright),
];

const passed = [...fromVitest("unit"), ...fromVitest("db"), ...fromPlaywright(read("e2e"))];
const proofs = rules.map((rule) => {
  const name = new RegExp(`\\b${written(rule)}\\b`);
  return { rule: written(rule), tests: passed.filter(({ title }) => name.test(title)) };
});

writeFileSync(
  `${results}/rules.md`,
  ["| rule | proved by |", "|---|---|"]
    .concat(
      proofs.map(
        ({ rule, tests }) =>
          `| ${rule} | ${tests.map(({ file, title }) => `${file}: ${title.replaceAll("|", "/")}`).join("<br>")} |`,
      ),
    )
    .join("\n"),
);

const missing = proofs.filter(({ tests }) => tests.length === 0).map(({ rule }) => rule);
if (missing.length > 0) console.error(`No test that passed names ${missing.join(", ")}.`);
else console.log(`${proofs.length} rules, each named by a test that passed: ${results}/rules.md`);
process.exit(missing.length > 0 ? 1 : 0);
