import { expect, test } from "vitest";
import { z } from "zod";

import * as dates from "@/lib/dates";

const { aDay } = dates;

test("these tests run far from London", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe("Pacific/Chatham");
});

test.for([
  ["2026-03-29T00:30:00Z", "2026-03-29", "00:30"], // the hour before the clocks go forward
  ["2026-03-29T01:00:00Z", "2026-03-29", "02:00"],
  ["2026-03-31T22:59:00Z", "2026-03-31", "23:59"],
  ["2026-03-31T23:00:00Z", "2026-04-01", "00:00"],
  ["2026-10-25T00:30:00Z", "2026-10-25", "01:30"], // half past one, the first time
  ["2026-10-25T01:30:00Z", "2026-10-25", "01:30"], // and again
  ["2026-12-31T23:59:00Z", "2026-12-31", "23:59"],
] as const)("%s is %s at %s in London", ([instant, day, time]) => {
  expect(dates.dayOf(new Date(instant))).toBe(day);
  expect(dates.timeOf(new Date(instant))).toBe(time);
});

test.for([
  ["2026-01-15", "14:00", "2026-01-15T14:00:00.000Z"],
  ["2026-07-15", "14:00", "2026-07-15T13:00:00.000Z"],
  ["2026-07-15", "00:00", "2026-07-14T23:00:00.000Z"],
  ["2026-03-29", "00:59", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29", "01:30", "2026-03-29T01:30:00.000Z"], // never came: an hour later
  ["2026-03-29", "02:00", "2026-03-29T01:00:00.000Z"],
  ["2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"], // came twice: the first
  ["2026-10-25", "02:00", "2026-10-25T02:00:00.000Z"],
] as const)("%s at %s in London is %s", ([day, time, instant]) => {
  expect(dates.instantAt(day, time).toISOString()).toBe(instant);
});

test("a date column holds the day itself, on both sides of a clock change", () => {
  for (const day of ["2026-03-28", "2026-03-29", "2026-10-25", "2028-02-29"]) {
    expect(dates.fromDateColumn(dates.toDateColumn(day))).toBe(day);
  }
});

test.for([
  ["2026-03-28", 2, "2026-03-30"],
  ["2026-10-24", 2, "2026-10-26"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
] as const)("%s and %i days is %s, and back", ([day, days, then]) => {
  expect(dates.addDays(day, days)).toBe(then);
  expect(dates.daysBetween(day, then)).toBe(days);
});

test.for([
  ["2026-08-31", 6, "2027-02-28"],
  ["2027-08-31", 6, "2028-02-29"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2026-03-31", 12, "2027-03-31"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
] as const)("%s and %i months is %s", ([day, months, then]) => {
  expect(dates.addMonths(day, months)).toBe(then);
});

test.for([
  ["2010-05-17", "2028-05-16", 17],
  ["2010-05-17", "2028-05-17", 18],
  ["2008-02-29", "2026-02-28", 17],
  ["2008-02-29", "2026-03-01", 18],
] as const)("somebody born on %s is, on %s, %i", ([born, day, age]) => {
  expect(dates.ageOn(born, day)).toBe(age);
  expect(dates.isChildOn(born, day)).toBe(age < 18);
});

test.for([
  ["2026-04-02", true, "Maundy Thursday"],
  ["2026-04-03", false, "Good Friday"],
  ["2026-04-04", false, "a Saturday"],
  ["2026-04-05", false, "a Sunday"],
  ["2026-04-06", false, "Easter Monday"],
  ["2026-12-28", false, "a day in lieu"],
  ["2028-01-03", false, "a day in lieu"],
] as const)("%s is a working day: %s (%s)", ([day, is]) => {
  expect(dates.isWorkingDay(day)).toBe(is);
});

test("every bank holiday from 2024 to 2028 is a weekday, eight to the year", () => {
  for (const year of ["2024", "2025", "2026", "2027", "2028"]) {
    expect(dates.bankHolidays.filter((day) => day.startsWith(year))).toHaveLength(8);
  }
  for (const day of dates.bankHolidays) expect(dates.isWorkingDay(day, [])).toBe(true);
});

test.for([
  ["2026-04-02", 0, "2026-04-02"],
  ["2026-04-02", 1, "2026-04-07"], // over Easter
  ["2026-04-04", 0, "2026-04-07"], // received on a Saturday
  ["2026-03-27", 1, "2026-03-30"], // over the clock change
  ["2026-10-23", 5, "2026-10-30"],
  ["2026-04-07", -2, "2026-04-01"],
] as const)("%s and %i working days is %s", ([day, days, then]) => {
  expect(dates.addWorkingDays(day, days)).toBe(then);
});

test("an area may keep holidays of its own", () => {
  expect(dates.addWorkingDays("2026-04-02", 1, [])).toBe("2026-04-03");
  expect(dates.addWorkingDays("2026-06-01", 1, ["2026-06-02"])).toBe("2026-06-03");
});

test.for([
  ["2026-04-02", "2026-04-07", 1],
  ["2026-04-02", "2026-04-02", 0],
  ["2026-04-07", "2026-04-02", -1],
  ["2026-10-23", "2026-10-30", 5],
] as const)("between %s and %s there are %i working days", ([from, to, days]) => {
  expect(dates.workingDaysBetween(from, to)).toBe(days);
});

test.for([
  ["2026-03-31", "2025/26", 4, "2026-01-01", "2026-03-31"],
  ["2026-04-01", "2026/27", 1, "2026-04-01", "2026-06-30"],
  ["2026-09-30", "2026/27", 2, "2026-07-01", "2026-09-30"],
  ["2026-10-01", "2026/27", 3, "2026-10-01", "2026-12-31"],
  ["2100-01-01", "2099/00", 4, "2100-01-01", "2100-03-31"],
] as const)("%s is in %s, quarter %i", ([day, year, quarter, start, end]) => {
  expect(dates.quarterOf(day)).toEqual({ year, quarter, start, end });
});

test("days and times are written as people say them", () => {
  expect(dates.formatDay("2026-03-03")).toBe("3 March 2026");
  expect(dates.formatDayShort("2026-09-03")).toBe("3 Sep 2026");
  expect(dates.formatWeekday("2026-03-03")).toBe("Tuesday");
  expect(dates.formatInstant(new Date("2026-07-03T13:03:00Z"))).toBe("3 July 2026 at 2:03pm");
});

test.for([
  ["00:00", "midnight"],
  ["00:30", "12:30am"],
  ["09:00", "9am"],
  ["12:00", "midday"],
  ["12:05", "12:05pm"],
  ["14:03", "2:03pm"],
] as const)("%s is written %s", ([time, words]) => {
  expect(dates.formatTime(time)).toBe(words);
});

test.for([
  ["2026-03-17", "in 5 days"],
  ["2026-03-13", "tomorrow"],
  ["2026-03-12", "today"],
  ["2026-03-11", "yesterday"],
  ["2026-03-09", "3 days ago"],
] as const)("seen from 12 March, %s is %s", ([day, words]) => {
  expect(dates.relativeDays(day, "2026-03-12")).toBe(words);
});

const today = () => "2026-03-12";
const name = "Date of the concern";

test.for([
  ["27/3/2026", "2026-03-27"],
  ["27/03/2026", "2026-03-27"],
  [" 7 / march / 2026 ", "2026-03-07"],
  ["7/Sept/2026", "2026-09-07"],
  ["29/2/2028", "2028-02-29"],
  ["2026-03-27", "2026-03-27"],
] as const)("somebody who types %s means %s", ([typed, day]) => {
  expect(aDay({ name }).parse(typed)).toBe(day);
});

test.for([
  [undefined, "Enter the date of the concern"],
  ["", "Enter the date of the concern"],
  ["//", "Enter the date of the concern"],
  ["27/3/", "Date of the concern must include a year"],
  ["//2026", "Date of the concern must include a day and a month"],
  ["27/3/26", "Year must include 4 numbers"],
  ["31/4/2026", "Date of the concern must be a real date"],
  ["29/2/2026", "Date of the concern must be a real date"],
  ["2026-02-30", "Date of the concern must be a real date"],
  ["1/ma/2026", "Date of the concern must be a real date"],
  ["1/13/2026", "Date of the concern must be a real date"],
  ["-1/3/2026", "Date of the concern must be a real date"],
  ["1/3/0202", "Date of the concern must be a real date"],
  ["1".repeat(41), "Date of the concern must be a real date"],
] as const)("somebody who types %s is told: %s", ([typed, message]) => {
  const messages = aDay({ name })
    .safeParse(typed)
    .error?.issues.map((issue) => issue.message);

  expect(messages).toEqual([message]);
});

test.for([
  ["yesterday", { past: true }, undefined],
  ["today", { past: true }, undefined],
  ["tomorrow", { past: true }, "Date of the concern must be today or in the past"],
  ["yesterday", { past: "not today" }, undefined],
  ["today", { past: "not today" }, "Date of the concern must be in the past"],
  ["tomorrow", { future: true }, undefined],
  ["today", { future: true }, undefined],
  ["yesterday", { future: true }, "Date of the concern must be today or in the future"],
  ["tomorrow", { future: "not today" }, undefined],
  ["today", { future: "not today" }, "Date of the concern must be in the future"],
] as const)("%s, where %o is asked: %s", ([when, side, message]) => {
  const typed = { yesterday: "11/3/2026", today: "12/3/2026", tomorrow: "13/3/2026" }[when];
  const result = aDay({ name, today, ...side }).safeParse(typed);

  expect(result.error?.issues[0]?.message).toBe(message);
});

test("a day that may be left out is left out, but not left half done", () => {
  const schema = z.strictObject({ day: aDay({ name, optional: true }) });

  expect(schema.parse({})).toEqual({});
  expect(schema.parse({ day: "//" })).toEqual({ day: undefined });
  expect(schema.safeParse({ day: "27/3/" }).success).toBe(false);
});

test.for([
  ["2pm", "14:00"],
  ["2:30pm", "14:30"],
  ["2.30 PM", "14:30"],
  ["14:00", "14:00"],
  ["9:05", "09:05"],
  ["12am", "00:00"],
  ["12pm", "12:00"],
  ["midday", "12:00"],
  ["midnight", "00:00"],
] as const)("somebody who types the time %s means %s", ([typed, time]) => {
  expect(dates.aTime({ name: "Start time" }).parse(typed)).toBe(time);
});

test.for([
  [undefined, "Enter the start time"],
  ["", "Enter the start time"],
  ["25:00", "Start time must be a time, like 2:30pm"],
  ["14", "Start time must be a time, like 2:30pm"],
  ["14:60", "Start time must be a time, like 2:30pm"],
  ["14pm", "Start time must be a time, like 2:30pm"],
  ["soon", "Start time must be a time, like 2:30pm"],
  ["1".repeat(21), "Start time must be a time, like 2:30pm"],
] as const)("somebody who types the time %s is told: %s", ([typed, message]) => {
  const { error } = dates.aTime({ name: "Start time" }).safeParse(typed);

  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});
