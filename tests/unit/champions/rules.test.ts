import { expect, test } from "vitest";

import type { Sector } from "@/lib/champions/labels";
import { countedSectors, gapsIn, sectorsFor, standingOf, trainingOf } from "@/lib/champions/rules";

const today = "2026-03-31";

// prettier-ignore
test.for([
  ["long before it runs out", "2026-12-31", null, "in_date"],
  ["a day before it is soon", "2026-05-31", null, "in_date"],
  ["sixty days before", "2026-05-30", null, "expiring"],
  ["on its last day", "2026-03-31", null, "expiring"],
  ["the day after", "2026-03-30", null, "expired"],
  ["in date, but stepped down", "2026-12-31", "2026-03-01", "ended"],
  ["run out and stepped down", "2026-01-01", "2026-03-01", "ended"],
] as const)("1.11 a champion %s is said to be so", ([, expiresDay, endedDay, standing]) => {
  expect(standingOf({ expiresDay, endedDay }, today)).toBe(standing);
});

// prettier-ignore
test.for([
  [null, null, "not_told"],
  ["WRAP", null, "no_end"],
  ["WRAP", "2026-03-31", "in_date"],
  ["WRAP", "2026-03-30", "run_out"],
] as const)("training %s until %s is %s", ([course, trainedUntilDay, words]) => {
  expect(trainingOf({ course, trainedUntilDay }, today)).toBe(words);
});

test.for([
  ["education", ["schools", "further_higher"]],
  ["prison", ["prison"]],
  ["nothing that is known", ["other"]],
] as const)("an organisation of %s is of its sectors", ([kind, sectors]) => {
  expect(sectorsFor(kind)).toEqual(sectors);
});

const has = (sector: Sector, inDate: number, expired = 0) => ({
  ...{ sector, inDate, expiring: 0, expired },
});

// prettier-ignore
test.for([
  ["nobody at all", [], ["health", "schools", "further_higher"]],
  ["one in date", [has("health", 1)], ["schools", "further_higher"]],
  ["only one who has run out", [has("health", 0, 2)], ["health", "schools", "further_higher"]],
  ["everybody", [has("health", 1), has("schools", 2), has("further_higher", 1)], []],
  [
    "a sector without an organisation",
    [has("health", 1), has("schools", 2), has("further_higher", 1), has("prison", 0, 1)],
    ["prison"],
  ],
] as const)("1.11 the gaps of an area of a trust and schools, with %s", ([, counts, gaps]) => {
  expect(gapsIn(countedSectors(["health", "education", "education", "other"], counts))).toEqual(
    gaps,
  );
});

test("a sector that is only other is missed by nobody, and one that is not in the area neither", () => {
  const counted = countedSectors(["other", "council"], [has("other", 0, 1), has("council", 1)]);

  expect(counted.map(({ sector }) => sector)).toEqual(["council", "other"]);
  expect(gapsIn(counted)).toEqual([]);
});
