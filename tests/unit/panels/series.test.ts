import { expect, test } from "vitest";

import { assertMeetingOpen, gapsBetween } from "@/lib/panels/rules";
import type { SeriesPattern } from "@/lib/panels/series/labels";
import { seriesDays } from "@/lib/panels/series/rules";
import { seriesSchema } from "@/lib/panels/series/schema";

const days = (pattern: SeriesPattern, firstOn: string, untilOn: string) =>
  seriesDays({ pattern, firstOn, untilOn }).map(({ heldOn }) => heldOn);

test.for<[SeriesPattern, first: string, last: string, days: string]>([
  ["weekly", "2026-12-03", "2026-12-17", "2026-12-03 2026-12-10 2026-12-17"],
  ["fortnightly", "2026-12-03", "2026-12-30", "2026-12-03 2026-12-17"],
  ["every_four_weeks", "2026-12-03", "2027-01-28", "2026-12-03 2026-12-31 2027-01-28"],
  ["monthly_by_weekday", "2026-12-10", "2027-03-31", "2026-12-10 2027-01-14 2027-02-11 2027-03-11"],
  ["monthly_by_weekday", "2026-12-31", "2027-02-28", "2026-12-31 2027-01-28 2027-02-25"],
  ["monthly_by_date", "2026-12-03", "2027-02-28", "2026-12-03 2027-01-04 2027-02-03"],
  ["weekly", "2026-12-24", "2027-01-01", "2026-12-24 2026-12-31"],
  ["weekly", "2026-12-03", "2026-12-02", ""],
])("TL-05 %s from %s to %s is held on %s", ([pattern, first, last, wanted]) => {
  expect(days(pattern, first, last)).toEqual(wanted ? wanted.split(" ") : []);
});

test("a bank holiday moves its own meeting and no other", () => {
  const found = seriesDays({ pattern: "weekly", firstOn: "2026-12-18", untilOn: "2027-01-08" });

  expect(found).toEqual([
    { seriesOn: "2026-12-18", heldOn: "2026-12-18" },
    { seriesOn: "2026-12-25", heldOn: "2026-12-29" },
    { seriesOn: "2027-01-01", heldOn: "2027-01-04" },
    { seriesOn: "2027-01-08", heldOn: "2027-01-08" },
  ]);
});

test.for<[name: string, planned: string[], gaps: object[]]>([
  ["five weeks apart", ["2026-12-10", "2027-01-14"], []],
  ["a month left out", ["2027-02-11", "2026-12-10"], [{ from: "2026-12-10", to: "2027-02-11" }]],
  ["long until the first", ["2027-01-14"], [{ from: "2026-12-01", to: "2027-01-14" }]],
  ["none planned", [], []],
])("TL-05, TL-06 %s", ([, planned, gaps]) => {
  expect(gapsBetween("2026-12-01", planned)).toEqual(gaps);
});

const series = {
  ...{ title: "Channel panel", pattern: "weekly", startsAt: "2pm", place: "Room 4" },
  ...{ firstOn: "2099-12-03", untilOn: "2100-01-03" },
  memberHatIds: ["0190a1b2-0000-7000-8000-000000000001"],
};
test.for<[name: string, change: object, wrong: string]>([
  ["ends before it begins", { untilOn: "2099-12-01" }, "the same as or after the first"],
  ["is longer than a year", { untilOn: "2100-12-04" }, "within a year of the first"],
  ["has a link that is none", { link: "javascript:alert(1)" }, "begins with https"],
  ["has a plain link", { link: "http://meet.example" }, "begins with https"],
])("a series that %s is refused", ([, change, wrong]) => {
  const { error } = seriesSchema.safeParse({ ...series, ...change });

  expect(error?.issues.map(({ message }) => message).join()).toContain(wrong);
  expect(seriesSchema.safeParse({ ...series, link: "https://meet.example/1" }).success).toBe(true);
});

test.for([
  ["planned", true],
  ["in_progress", true],
  ["closed", false],
  ["cancelled", false],
] as const)("something may still be changed in a meeting that is %s: %s", ([status, isOpen]) => {
  const ask = () => assertMeetingOpen(status);

  if (isOpen) expect(ask).not.toThrow();
  else expect(ask).toThrow("This meeting has been");
});
