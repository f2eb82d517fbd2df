import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { hereAmong } from "@/components/layout/here";
import { planParts } from "@/components/plans/plan-navigation";

const items = planParts.map(({ path, ...part }) => ({ href: `${path}?plan=1`, ...part }));

// prettier-ignore
test.for([
  ["/plan", "Actions"],
  ["/plan/actions/1", "Actions"],
  ["/plan/import/1", "Actions"],
  ["/plan/board", "Board"],
  ["/plan/measures/1", "Measures"],
  ["/plan/snapshots/compare", "Quarters and versions"],
  ["/plan/consultation", "Draft to approval"],
  ["/plan/consultation/changes", "Draft to approval"],
  ["/plan/equality", "Draft to approval"],
  ["/plan/approval", "Draft to approval"],
  ["/plan/public", "Draft to approval"],
  ["/plan/reports", "Reports"],
  ["/plan/boards", "Actions"],
  ["/planning", undefined],
] as const)("on %s the plan’s navigation marks %s", ([path, text]) => {
  expect(hereAmong(items, path)?.text).toBe(text);
});

/** The pages that read one plan. A form takes two thirds, and leads back to the page it came from. */
const pagesOfAPlan = readdirSync("app/(staff)/plan", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("page.tsx"))
  .map((name) => ({ name, text: readFileSync(`app/(staff)/plan/${name}`, "utf8") }))
  .filter(({ text }) => /\bplan\.(id|title)\b/.test(text) && !text.includes('width="two-thirds"'));

test("every page of a plan has the plan’s navigation", () => {
  expect(pagesOfAPlan.map(({ name }) => name)).toContain("equality/page.tsx");
  expect(
    pagesOfAPlan.filter(({ text }) => !text.includes("<PlanNavigation")).map(({ name }) => name),
  ).toEqual([]);
});
