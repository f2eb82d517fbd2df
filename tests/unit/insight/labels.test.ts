import { expect, test } from "vitest";

import { nationalFigures } from "@/lib/insight/labels";
import { nationalFigure } from "@/lib/insight/rules";

const count = (...asked: Parameters<typeof nationalFigure>) => nationalFigure(...asked)?.count ?? 0;

test("the parts of the year to March 2025 add up", () => {
  expect(count(2025, "10_and_under") + count(2025, "11_15") + count(2025, "16_17")).toBe(
    count(2025, "under_18"),
  );
  expect(count(2025, "any_condition") + count(2025, "no_condition")).toBe(count(2025, "referrals"));
});

test("the parts of the year to March 2024 add up", () => {
  expect(count(2024, "10_and_under") + count(2024, "11_15") + count(2024, "16_17")).toBe(
    count(2024, "under_18"),
  );
});

const withPercent = nationalFigures.filter(
  ([, , number, percent]) => number !== null && percent !== null,
);

test.for(withPercent)("%s %s: %s is %s per cent of what it is of", (figure) => {
  const [yearTo, , number, percent, of] = figure;
  const whole = of ?? count(yearTo, "referrals");

  expect(Math.abs((100 * (number ?? 0)) / whole - (percent ?? 0))).toBeLessThanOrEqual(0.6);
});

test("REP-14 a revised figure is shown with the edition that revised it", () => {
  expect(nationalFigure(2019, "referrals")).toMatchObject({
    count: 5737,
    source: "Home Office statistics, year to March 2020",
  });
  expect(nationalFigure(2018, "adopted")).toBeNull();
});
