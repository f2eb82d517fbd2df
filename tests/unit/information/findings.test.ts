import { expect, test } from "vitest";

import { findingNow, findingsBefore, findingText } from "@/lib/information/findings/rules";
import { disprovedMark } from "@/lib/information/rules";

const change = {
  id: "1",
  was: "uncorroborated",
  became: "disproved",
  reasons: "The school looked at its register again.",
  changedOn: "2026-03-03",
  by: "Priya Shah",
  organisation: "Northbridge City Council",
} as const;
const line =
  "3 March 2026, Priya Shah, Northbridge City Council: from “Not supported by another source” to “Found to be untrue”. The school looked at its register again.";

test.for([
  ["disproved", disprovedMark],
  ["corroborated", "Supported by another source."],
  ["uncorroborated", "Not supported by another source."],
] as const)("IS-10 what is found %s says so in one sentence", ([corroboration, sentence]) => {
  expect(findingNow({ corroboration })).toBe(sentence);
});

test("IS-10 each change stands with its day, its reasons and who made it, the latest first", () => {
  const back = {
    ...change,
    was: "disproved",
    became: "corroborated",
    changedOn: "2026-03-09",
  } as const;

  const lines = findingsBefore({ corroboration: "corroborated", findings: [back, change] });

  expect(lines[0]).toContain("9 March 2026");
  expect(lines[1]).toBe(line);
});

test("IS-10 one line has both; and of what was never changed there is only what it is", () => {
  const found = { corroboration: "disproved", findings: [change] } as const;
  expect(findingText(found)).toBe(`${disprovedMark} ${line}`);
  expect(findingText({ corroboration: "uncorroborated", findings: [] })).toBe(
    "Not supported by another source.",
  );
});

test("M-03 minutes and papers name the organisation that found it, and nobody", () => {
  const { by: _, ...unnamed } = change;

  const [said] = findingsBefore({ corroboration: "disproved", findings: [unnamed] });

  expect(said).toContain("3 March 2026, Northbridge City Council: ");
  expect(said).not.toContain("Priya");
});
