import { describe, expect, test } from "vitest";

import { inFives } from "@/lib/insight/consent/rules";
import { figureRows } from "@/lib/insight/download/rules";
import { type ConsentMoment, consentMoments } from "@/lib/insight/labels";
import { periodChoices } from "@/lib/insight/periods/rules";
import {
  type Counted,
  consentOf,
  pipelineOf,
  tableOf,
  timelinessOf,
} from "@/lib/insight/publication/rules";
import { cellText, suppressCount } from "@/lib/insight/rules";
import { difference, isSafe } from "@/tests/support/attacker";

test.for([
  [0, "<5"],
  [1, "<5"],
  [4, "<5"],
  [5, "5 to 9"],
  [9, "5 to 9"],
  [10, "10 to 14"],
  [1003, "1,000 to 1,004"],
] as const)("C-12, IS-21 %s consents are shown as %s", ([count, words]) => {
  expect(cellText(inFives(count))).toBe(words);
});

const inQuarter = (quarter: string, category: ConsentMoment, n: number): Counted => ({
  quarter,
  measure: "consent",
  dimension: "consent",
  category,
  n,
});

test("C-12, REP-05 a year is what its quarters show, and a quarter without a count is no nought", () => {
  const rows = [
    inQuarter("2026-04-01", "given", 7),
    inQuarter("2026-07-01", "given", 3),
    inQuarter("2026-07-01", "refused", 12),
  ];

  const year = consentOf(rows, ["2026-04-01", "2026-07-01"]);
  const quarter = consentOf(rows, ["2026-04-01"]);

  expect(cellText(year.given)).toBe("5 to 13");
  expect(cellText(year.refused)).toBe("10 to 18");
  expect(Object.values(quarter).map(cellText)).toEqual(["<5", "5 to 9", "<5", "<5", "<5"]);
});

type World = Record<ConsentMoment, number>;

/** The groups of people that anybody can make of a quarter's counts. */
const groups: Record<string, [plus: ConsentMoment[], minus: ConsentMoment[]]> = {
  "who have not answered": [["sought"], ["given", "refused"]],
  "who did not say yes": [["sought"], ["given"]],
  "who did not say no": [["sought"], ["refused"]],
  "whose yes stands": [["given"], ["withdrawn", "lapsed"]],
  "who said no, now or later": [["refused", "withdrawn"], []],
  ...Object.fromEntries(Object.keys(consentMoments).map((one) => [one, [[one], []]])),
};

/** Whoever can be told apart, by what is shown of the counts of one quarter. */
function isolated(show: typeof inFives, world: World): string[] {
  const sum = (moments: ConsentMoment[]) => {
    const cells = moments.map((moment) => show(world[moment]));
    const add = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    const [low, high] = [add(cells.map((one) => one.low)), add(cells.map((one) => one.high))];
    return { kind: "range" as const, low, high };
  };
  return Object.entries(groups).flatMap(([name, [plus, minus]]) =>
    isSafe(difference(sum(plus), sum(minus))) ? [] : [name],
  );
}

/** Every quarter of so many, or fewer, of each. */
const worlds = Object.keys(consentMoments).reduce<World[]>(
  (made, moment) =>
    made.flatMap((one) => [...Array(8).keys()].map((n) => ({ ...one, [moment]: n }))),
  [{} as World],
);

describe("C-12, IS-21 somebody who knows how it is done", () => {
  test("tells no group of one to four, not by subtraction either", () => {
    expect(worlds.find((world) => isolated(inFives, world).length > 0)).toBeUndefined();
  });

  test("would find those who have not answered, if each count were suppressed by itself", () => {
    const world = { sought: 12, given: 6, refused: 5, withdrawn: 0, lapsed: 0 };

    expect(isolated(suppressCount, world)).toContain("who have not answered");
    expect(isolated(inFives, world)).toEqual([]);
  });
});

test("C-12, REP-15 consent is in the file as the page shows it", () => {
  const [period] = periodChoices("2026-07-01", "2026-11-21");
  const quarters = ["2026-07-01"];
  const rows = [inQuarter("2026-07-01", "given", 7)];
  const table = { now: tableOf(rows, quarters, "referrals", "sector") };
  const figures = {
    pipeline: { now: pipelineOf(rows, quarters) },
    timeliness: { now: timelinessOf(rows, quarters) },
    consent: { now: consentOf(rows, quarters) },
    closures: table,
    sector: table,
    age_band: table,
    concern: table,
    gender: table,
  };
  if (!period) throw new Error("There is no period.");

  const lines = figureRows({ today: "2026-11-21", period, figures });

  const consents = lines.filter(([, , , measure]) => measure === "consent");
  expect(consents.map((line) => line.slice(5))).toEqual([
    ["sought", "Asked for", "<5", "0", "4"],
    ["given", "Given", "5 to 9", "5", "9"],
    ["refused", "Refused", "<5", "0", "4"],
    ["withdrawn", "Withdrawn", "<5", "0", "4"],
    ["lapsed", "To be asked for again", "<5", "0", "4"],
  ]);
});
