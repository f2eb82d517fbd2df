import { expect, test } from "vitest";

import { type CalendarMeeting, folded, toCalendar } from "@/lib/panels/calendar/rules";

const where = { origin: "https://casebook.example", now: new Date("2026-11-21T10:00:00Z") };
const meeting: CalendarMeeting = {
  id: "0190a1b2-0000-7000-8000-000000000001",
  heldOn: "2026-12-03",
  startsAt: "14:00",
  lastsMinutes: 180,
  isCancelled: false,
  sequence: 0,
  changedAt: new Date("2026-11-01T09:30:00Z"),
};
const lines = (...meetings: CalendarMeeting[]) =>
  toCalendar(meetings, where).replaceAll("\r\n ", "").split("\r\n");

test("a calendar entry says when, and the way back, and nothing else (IS-23)", () => {
  const event = lines(meeting);

  expect(event.slice(event.indexOf("BEGIN:VEVENT"), event.indexOf("END:VEVENT"))).toEqual([
    "BEGIN:VEVENT",
    "UID:0190a1b2-0000-7000-8000-000000000001@casebook.example",
    "SEQUENCE:0",
    "DTSTAMP:20261121T100000Z",
    "LAST-MODIFIED:20261101T093000Z",
    "DTSTART;TZID=Europe/London:20261203T140000",
    "DTEND;TZID=Europe/London:20261203T170000",
    "STATUS:CONFIRMED",
    "SUMMARY:Panel meeting\\, 3 December 2026",
    "DESCRIPTION:Sign in to read the agenda: https://casebook.example/meetings/0190a1b2-0000-7000-8000-000000000001",
    "URL:https://casebook.example/meetings/0190a1b2-0000-7000-8000-000000000001",
    "CLASS:CONFIDENTIAL",
  ]);
  expect(event).toContain("METHOD:PUBLISH");
});

test("a change carries the next number, and a meeting that is cancelled takes itself out", () => {
  const changed = lines({ ...meeting, sequence: 3 });
  const cancelled = lines({ ...meeting, sequence: 4, isCancelled: true });

  expect(changed).toEqual(expect.arrayContaining(["SEQUENCE:3", "STATUS:CONFIRMED"]));
  expect(cancelled).toEqual(
    expect.arrayContaining(["METHOD:CANCEL", "SEQUENCE:4", "STATUS:CANCELLED"]),
  );
});

test("a calendar of several is published, with those that are cancelled among them", () => {
  const all = lines(meeting, { ...meeting, isCancelled: true });

  expect(all).toContain("METHOD:PUBLISH");
  expect(all.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(2);
  expect(lines()).toContain("METHOD:PUBLISH");
});

test("London's own clocks travel with it, and a meeting past midnight ends the next day", () => {
  const late = lines({ ...meeting, startsAt: "22:30" });

  expect(late).toEqual(expect.arrayContaining(["TZID:Europe/London", "TZOFFSETTO:+0100"]));
  expect(late).toContain("DTEND;TZID=Europe/London:20261204T013000");
});

test("no line is longer than 75 octets, every line ends as the format says, and no letter is cut", () => {
  const text = toCalendar([meeting], where);
  const octets = (line: string) => new TextEncoder().encode(line).length;

  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
  const welsh = `SUMMARY:${"ŵ".repeat(100)}`;
  for (const line of folded(welsh).split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
  expect(folded(welsh).replaceAll("\r\n ", "")).toBe(welsh);
  expect(folded("SHORT")).toBe("SHORT");
});
