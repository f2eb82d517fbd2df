import fc from "fast-check";
import { expect, test } from "vitest";
import { financialYearName, financialYearOf } from "@/lib/dates";

import { type EntryKind, entryKinds } from "@/lib/funding/labels";
import {
  addTotals,
  assertCanBeCorrected,
  assertCanBeMade,
  assertCanBePaid,
  assertIsThere,
  claimState,
  type Entry,
  isOfYear,
  isOverspent,
  noTotals,
  ofWhat,
  totalsBy,
  totalsOf,
  unallocatedOf,
  varianceOf,
  yearsToChoose,
} from "@/lib/funding/rules";
import { addEntrySchema } from "@/lib/funding/schema";
import { mostPence } from "@/lib/money/rules";

const kinds = Object.keys(entryKinds) as EntryKind[];
const one = (...names: string[]) => fc.constantFrom(...names);
const entries = fc.array(
  fc.record({
    lineId: one("police", "home office", "council"),
    target: one("p1", "p2", "p3", "o1", "o2", "none"),
    kind: fc.constantFrom(...kinds),
    pence: fc.integer({ min: -mostPence, max: mostPence }),
  }),
  { maxLength: 120 },
);
const toEntry = ({
  target,
  ...entry
}: { target: string } & Omit<Entry, "projectId" | "postId">) => ({
  ...entry,
  projectId: target.startsWith("p") ? target : null,
  postId: target.startsWith("o") ? target : null,
});

test("entries, lines, and projects and posts come to the same, to the penny, whatever was entered (0.12)", () => {
  fc.assert(
    fc.property(entries, (made) => {
      const all: Entry[] = made.map(toEntry);
      const exactly = (kind: EntryKind) =>
        all
          .filter((entry) => entry.kind === kind)
          .reduce((sum, { pence }) => sum + BigInt(pence), 0n);

      const grand = totalsOf(all);
      const ofLines = addTotals([...totalsBy(all, ({ lineId }) => lineId).values()]);
      const ofTargets = addTotals([...totalsBy(all, ofWhat).values()]);

      expect(ofLines).toEqual(grand);
      expect(ofTargets).toEqual(grand);
      for (const kind of kinds) expect(BigInt(grand[kind])).toBe(exactly(kind));
    }),
  );
});

test("an entry and its opposite come to nothing", () => {
  fc.assert(
    fc.property(entries, (made) => {
      const all: Entry[] = made.map(toEntry);
      const opposites = all.map((entry) => ({ ...entry, pence: -entry.pence }));

      expect(addTotals([totalsOf(all), totalsOf(opposites)])).toEqual(noTotals());
    }),
  );
});

const line = { ...noTotals(), budget: 10_000, allocated: 8_000, committed: 6_000, spent: 4_000 };

test("what is left is the budget without the forecast, and without what was allocated", () => {
  expect(varianceOf({ ...line, forecast: 10_001 })).toBe(-1);
  expect(unallocatedOf(line)).toBe(2_000);
});

test.for([
  ["nothing over", {}, false],
  ["spent over", { spent: 10_001 }, true],
  ["committed over", { committed: 10_001 }, true],
  ["forecast over", { forecast: 10_001 }, true],
  ["exactly the budget", { spent: 10_000, forecast: 10_000 }, false],
] as const)("%s: overspent %s", ([, change, is]) => {
  expect(isOverspent({ ...line, ...change })).toBe(is);
});

test.for([
  ["the rest of the line", "allocated", 2_000, true],
  ["a penny more than the rest", "allocated", 2_001, false],
  ["what is taken back", "allocated", -8_000, true],
  ["a budget taken down to what is allocated", "budget", -2_000, true],
  ["a budget taken below it", "budget", -2_001, false],
  ["an overspend, which is shown and not hidden", "spent", 99_999, true],
] as const)("%s: entered %s", ([, kind, pence, may]) => {
  const entering = () => assertIsThere(kind, pence, line);

  may ? expect(entering).not.toThrow() : expect(entering).toThrow(/allocate/);
});

test.for([
  ["as it was entered", { correctsId: null, isCorrected: false }, true],
  ["put right already", { correctsId: null, isCorrected: true }, false],
  ["what puts another right", { correctsId: "other", isCorrected: false }, false],
] as const)("%s: may be put right %s", ([, entry, may]) => {
  const correcting = () => assertCanBeCorrected(entry);

  may ? expect(correcting).not.toThrow() : expect(correcting).toThrow();
});

const day = "2026-05-01";
test.for([
  ["due", { madeDay: null, paidDay: null }, true, false],
  ["made", { madeDay: day, paidDay: null }, false, true],
  ["paid", { madeDay: day, paidDay: day }, false, false],
] as const)("a claim that is %s", ([state, claim, mayBeMade, mayBePaid]) => {
  const throws = (act: () => void) => {
    try {
      act();
      return false;
    } catch {
      return true;
    }
  };

  expect(claimState(claim)).toBe(state);
  expect(throws(() => assertCanBeMade(claim))).toBe(!mayBeMade);
  expect(throws(() => assertCanBePaid(claim))).toBe(!mayBePaid);
});

test.for([
  ["2026-03-31", "2025-04-01", "2025 to 2026"],
  ["2026-04-01", "2026-04-01", "2026 to 2027"],
] as const)("%s is of the year from %s", ([today, year, name]) => {
  expect(financialYearOf(today)).toBe(year);
  expect(financialYearName(year)).toBe(name);
  expect(isOfYear(today, year)).toBe(true);
  expect(Object.keys(yearsToChoose(today))).toHaveLength(4);
});

test.for([
  ["spent", "line", true],
  ["budget", "line", true],
  ["budget", "2f1d6c9a-9f50-4a53-9a33-0f7a2f0a3b11", false],
  ["allocated", "line", false],
  ["allocated", "2f1d6c9a-9f50-4a53-9a33-0f7a2f0a3b11", true],
] as const)("%s of %s: %s", ([kind, target, may]) => {
  const entry = {
    ...{ lineId: "2f1d6c9a-9f50-4a53-9a33-0f7a2f0a3b12", kind, target, amount: "10" },
    ...{ enteredDay: "2026-05-01", words: "An invoice" },
  };

  expect(addEntrySchema.safeParse(entry).success).toBe(may);
});
