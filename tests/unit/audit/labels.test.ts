import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { eventLabels } from "@/lib/audit/labels";

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.includes("generated"))
  .map((path) => readFileSync(join("lib", path), "utf8"));

const recorded = new Set(
  sources.flatMap((text) => [...text.matchAll(/\btype: "(\w+\.\w+)"/g)].map(([, type]) => type)),
);

test("whatever is put on the log can be read there in words", () => {
  expect(recorded.size).toBeGreaterThan(100);
  expect([...recorded].filter((type) => !type || !(type in eventLabels))).toEqual([]);
});
