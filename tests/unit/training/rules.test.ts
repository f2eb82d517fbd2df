import { expect, test } from "vitest";

import {
  type Declared,
  figureOf,
  figureText,
  gapText,
  isStale,
  missingFor,
  percentOf,
  standingOf,
} from "@/lib/training/rules";

const said = (
  inScope: number,
  trained: number,
  asAtDay = "2026-03-01",
  stale = false,
): Declared => ({
  ...{ inScope, trained, asAtDay, isStale: stale },
});
const silent: Declared = { inScope: null, trained: null, asAtDay: null, isStale: false };

test.each([
  [{ inScope: 0, trained: 0 }, null],
  [{ inScope: 10, trained: 0 }, 0],
  [{ inScope: 10, trained: 10 }, 100],
  [{ inScope: 3, trained: 2 }, 66],
  // Nobody reaches a target by rounding.
  [{ inScope: 1000, trained: 849 }, 84],
  [{ inScope: 1000, trained: 850 }, 85],
])("of %o there are %s in a hundred in date (2.6)", (counts, percent) => {
  expect(percentOf(counts)).toBe(percent);
});

test.each([
  [{ inScope: 100, trained: 84 }, 85, 1],
  [{ inScope: 100, trained: 85 }, 85, 0],
  [{ inScope: 100, trained: 100 }, 85, 0],
  [{ inScope: 7, trained: 0 }, 85, 6],
  [{ inScope: 0, trained: 0 }, 85, 0],
])("of %o and a target of %i%%, %i more are missing (2.7)", (counts, target, missing) => {
  expect(missingFor(counts, target)).toBe(missing);
});

test.each([
  ["2025-06-01", 12, null, false],
  ["2025-05-31", 12, null, true],
  // What has to be taken again after six months is not known for longer than that.
  ["2025-12-01", 12, 6, false],
  ["2025-11-30", 12, 6, true],
  ["2025-06-01", 12, 36, false],
])(
  "declared as at %s, with %i months and a course of %s months: stale %s",
  (asAt, staleMonths, refreshMonths, stale) => {
    expect(isStale(asAt, "2026-06-01", { staleMonths, refreshMonths })).toBe(stale);
  },
);

test("nothing declared is not nought per cent, and neither is nobody in scope", () => {
  const nothing = figureOf([silent, silent], 85);
  const nobody = figureOf([said(0, 0), silent], 85);

  expect(nothing).toMatchObject({
    percent: null,
    standing: "not_declared",
    declared: 0,
    expected: 2,
  });
  expect(gapText(nothing)).toBe("Nothing has been declared");
  expect(figureText(nothing)).toBe("Nothing has been declared");
  expect(nobody).toMatchObject({ percent: null, standing: "nobody", declared: 1 });
  expect(gapText(nobody)).toBe("Nobody in scope");
  expect(figureText(nobody)).toBe("Nobody in scope, target 85%, declared by 1 of 2 organisations");
});

test("several organisations are taken together, and whoever said nothing counts in nothing", () => {
  const figure = figureOf([said(100, 90, "2025-02-01", true), said(300, 200), silent], 85);

  expect(figure).toEqual({
    ...{ inScope: 400, trained: 290, percent: 72, target: 85, standing: "below" },
    ...{ expected: 3, declared: 2, stale: 1, oldestDay: "2025-02-01", newestDay: "2026-03-01" },
  });
  expect(gapText(figure)).toBe("50 more people to reach 85%");
  expect(figureText(figure)).toBe(
    "72% in date (290 of 400), target 85%, declared by 2 of 3 organisations",
  );
});

test.each([
  [{ declared: 0, inScope: 0, trained: 0 }, "not_declared"],
  [{ declared: 1, inScope: 0, trained: 0 }, "nobody"],
  [{ declared: 1, inScope: 20, trained: 16 }, "below"],
  [{ declared: 1, inScope: 20, trained: 17 }, "met"],
] as const)("%o is %s against 85%%", (counts, standing) => {
  expect(standingOf(counts, 85)).toBe(standing);
});

test("one person is spoken of as one", () => {
  const figure = figureOf([said(20, 16)], 85);

  expect(gapText(figure)).toBe("1 more person to reach 85%");
  expect(gapText(figureOf([said(20, 17)], 85))).toBe("No gap");
});
