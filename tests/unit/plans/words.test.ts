import { expect, test } from "vitest";

import { evidenceBasisLabels, priorityLabels, ragLabels } from "@/lib/plans/labels";
import {
  codeOf,
  listed,
  putsDayFirst,
  ragWords,
  readDay,
  readPercent,
} from "@/lib/plans/sheet/words/rules";

// prettier-ignore
test.for([
  ["2026-12-31", "2026-12-31"],
  ["2026-12-31T00:00:00", "2026-12-31"],
  ["31/12/2026", "2026-12-31"],
  ["31.12.2026", "2026-12-31"],
  ["31-12-2026", "2026-12-31"],
  ["05/05/2026", "2026-05-05"],
  ["31 Dec 2026", "2026-12-31"],
  ["31st December 2026", "2026-12-31"],
  ["Thursday 31 December 2026", "2026-12-31"],
  ["31-Dec-2026", "2026-12-31"],
  ["1 Sept 2026", "2026-09-01"],
] as const)("“%s” is a day, and nothing is to be said of it", ([text, day]) => {
  expect(readDay({ text })).toEqual({ value: day });
});

// prettier-ignore
test.for([
  ["46387", "2026-12-31", "read as 31 Dec 2026"],
  ["Dec 2026", "2026-12-31", "last day of the month"],
  ["February 2028", "2028-02-29", "last day of the month"],
  ["02/2027", "2027-02-28", "last day of the month"],
] as const)("“%s” is read as a day, and it is said how", ([text, day, said]) => {
  expect(readDay({ text })).toEqual({ value: day, warning: expect.stringContaining(said) });
});

// prettier-ignore
test.for([
  ["03/04/2026", "could be 3 Apr or 4 Mar"],
  ["12/31/2026", "puts the month first"],
  ["31/12/26", "year of 4 numbers"],
  ["31 Dec 26", "year of 4 numbers"],
  ["31/02/2026", "not a real date"],
  ["32 December 2026", "not a real date"],
  ["Q4 2026", "is not a date"],
  ["ongoing", "is not a date"],
  ["1/2026/1", "is not a date"],
  ["99999", "not a date of this century"],
] as const)("“%s” is refused, and no day is guessed", ([text, said]) => {
  expect(readDay({ text })).toEqual({ error: expect.stringContaining(said) });
});

test("a column whose dates show that the day comes first is read so, and one that does not is not", () => {
  const cells = (...all: string[]) => all.map((text) => ({ text }));

  expect(putsDayFirst(cells("03/04/2026", "31/12/2026"))).toBe(true);
  expect(putsDayFirst(cells("03/04/2026", "12/31/2026", "31/12/2026"))).toBe(false);
  expect(putsDayFirst(cells("03/04/2026", "2026-12-31"))).toBe(false);
  expect(readDay({ text: "03/04/2026" }, true)).toEqual({ value: "2026-04-03" });
});

// prettier-ignore
test.for([
  ["Green", "green"],
  ["G", "green"],
  ["on track", "green"],
  ["Green: on track", "green"],
  ["Amber", "amber"],
  ["a", "amber"],
  ["At risk", "amber"],
  ["AMBER: may slip", "amber"],
  ["Red", "red"],
  ["off-track", "red"],
  ["Missed", "red"],
  ["Complete", "blue"],
  ["done", "blue"],
  ["B", "blue"],
  ["Not started", "grey"],
  ["Gray", "grey"],
  ["Purple", undefined],
  ["", undefined],
] as const)("“%s” is the colour %s", ([text, rag]) => {
  expect(codeOf(text, ragLabels, ragWords)).toBe(rag);
});

test("a code is known by itself, by its words, and by other words for it", () => {
  expect(codeOf("HIGH", priorityLabels)).toBe("high");
  expect(codeOf("h", priorityLabels, { high: ["h"] })).toBe("high");
  expect(codeOf("urgent", priorityLabels)).toBeUndefined();
  expect(codeOf("Local evidence asks for it", evidenceBasisLabels)).toBe("local");
});

// prettier-ignore
test.for([
  [{ text: "45%" }, { value: 45 }],
  [{ text: "45 per cent" }, { value: 45 }],
  [{ text: "45" }, { value: 45 }],
  [{ text: "0" }, { value: 0 }],
  [{ text: "100" }, { value: 100 }],
  [{ text: "45%", number: 0.451, isPercent: true }, { value: 45 }],
  [{ text: "0.45" }, { value: 45, warning: "“0.45” is read as 45%" }],
  [{ text: "101" }, { error: expect.stringContaining("from 0 to 100") }],
  [
    { text: "150%", number: 1.5, isPercent: true },
    { error: expect.stringContaining("from 0 to 100") },
  ],
  [{ text: "half" }, { error: expect.stringContaining("from 0 to 100") }],
] as const)("%o is a share of a hundred, or it is refused", ([cell, read]) => {
  expect(readPercent(cell)).toEqual(read);
});

test("what a cell lists stands on lines of its own, or between semicolons; a comma is part of a name", () => {
  expect(listed("Police; Health, mental\n\nSchools|")).toEqual([
    "Police",
    "Health, mental",
    "Schools",
  ]);
});
