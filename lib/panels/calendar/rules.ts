import { addDays, type Day, formatDay } from "@/lib/dates";

/** What a calendar may know of a meeting: when it is, and its key. No title, no place, no name (IS-23). */
export type CalendarMeeting = {
  id: string;
  heldOn: Day;
  startsAt: string;
  lastsMinutes: number;
  isCancelled: boolean;
  /** One more with each change, so that a calendar replaces what it had. */
  sequence: number;
  changedAt: Date;
};

/** London's clocks, for calendars that do not know them (RFC 5545, 3.6.5). */
const london = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/London",
  "BEGIN:DAYLIGHT",
  "DTSTART:19810329T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (found) => `\\${found}`).replaceAll(/\r?\n/g, "\\n");

/** No line is longer than 75 octets; what follows begins with a space (3.1). A letter is never cut in two. */
export function folded(line: string): string {
  const bytes = new TextEncoder();
  const lines: string[] = [];
  let current = "";
  for (const letter of line) {
    const most = lines.length === 0 ? 75 : 74;
    if (bytes.encode(current + letter).length > most) {
      lines.push(current);
      current = "";
    }
    current += letter;
  }
  return [...lines, current].join("\r\n ");
}

const utc = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

function local(day: Day, time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const reached = hour * 60 + minute + minutes;
  const onDay = addDays(day, Math.floor(reached / (24 * 60)));
  const two = (number: number) => `${number}`.padStart(2, "0");
  const clock = `${two(Math.floor(reached / 60) % 24)}${two(reached % 60)}00`;
  return `${onDay.replaceAll("-", "")}T${clock}`;
}

function event(meeting: CalendarMeeting, { origin, now }: Where): string[] {
  const { id, heldOn, startsAt, lastsMinutes, isCancelled, sequence, changedAt } = meeting;
  const url = `${origin}/meetings/${id}`;
  return [
    "BEGIN:VEVENT",
    `UID:${id}@${new URL(origin).host}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `DTSTART;TZID=Europe/London:${local(heldOn, startsAt, 0)}`,
    `DTEND;TZID=Europe/London:${local(heldOn, startsAt, lastsMinutes)}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${escaped(`Panel meeting, ${formatDay(heldOn)}`)}`,
    `DESCRIPTION:${escaped(`Sign in to read the agenda: ${url}`)}`,
    `URL:${url}`,
    "CLASS:CONFIDENTIAL",
    "END:VEVENT",
  ];
}

type Where = { origin: string; now: Date };

/** A calendar file: one meeting, or all of somebody's. A meeting that is cancelled takes itself out again. */
export function toCalendar(meetings: readonly CalendarMeeting[], where: Where): string {
  const isEnd = meetings.length > 0 && meetings.every(({ isCancelled }) => isCancelled);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Prevent Casebook//Meetings//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${isEnd ? "CANCEL" : "PUBLISH"}`,
    ...london,
    ...meetings.flatMap((meeting) => event(meeting, where)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}
