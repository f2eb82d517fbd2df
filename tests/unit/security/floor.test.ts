import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const floor: Record<string, string> = read("tests/security/floor.json");
const lock: Record<string, { version?: string; resolved?: string; integrity?: string }> =
  read("package-lock.json").packages;

const numbers = (version: string) => (version.split("-")[0] ?? "").split(".").map(Number);

/** Whether one version is at least another. What comes before a release is below it. */
function isAtLeast(version: string, lowest: string): boolean {
  const [one, other] = [numbers(version), numbers(lowest)];
  for (const [index, part] of other.entries()) {
    const mine = one[index] ?? 0;
    if (mine !== part) return mine > part;
  }
  return !version.includes("-") || lowest.includes("-");
}

test.each([
  ["16.4.6", "16.4.6", true],
  ["16.10.0", "16.4.6", true],
  ["16.4.5", "16.4.6", false],
  ["15.9.9", "16.4.6", false],
  ["16.4.6-canary.1", "16.4.6", false],
])("%s is at least %s: %s", (version, lowest, isSo) => {
  expect(isAtLeast(version, lowest)).toBe(isSo);
});

test.each(Object.entries(floor))("every copy of %s is at least %s", (name, lowest) => {
  const copies = Object.entries(lock).filter(([path]) => path.endsWith(`node_modules/${name}`));

  expect(copies.length).toBeGreaterThan(0);
  for (const [path, { version = "" }] of copies)
    expect(isAtLeast(version, lowest), `${path} is ${version}`).toBe(true);
});

test("every package in the lockfile names what it must hash to", () => {
  const unproved = Object.entries(lock).filter(
    ([path, entry]) => path !== "" && !entry.integrity && !("link" in entry),
  );

  expect(unproved.map(([path]) => path)).toEqual([]);
});
