import { z } from "zod";

/** A day in London, as "2026-03-31". An instant is a Date. */
export type Day = string;

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

function inLondon(instant: Date): { day: Day; time: string } {
  const parts = Object.fromEntries(
    london.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  };
}

export const dayOf = (instant: Date): Day => inLondon(instant).day;
export const timeOf = (instant: Date): string => inLondon(instant).time;

const hour = 60 * 60 * 1000;

/**
 * The instant at which London's clocks say this. A time that comes twice, in October, is the first
 * of the two; one that never comes, in March, is an hour later.
 */
export function instantAt(day: Day, time: string): Date {
  const inWinter = new Date(`${day}T${time}:00Z`);
  const inSummer = new Date(inWinter.getTime() - hour);
  const summer = inLondon(inSummer);
  return summer.day === day && summer.time === time ? inSummer : inWinter;
}

/** What a `@db.Date` column takes and gives: midnight in UTC. */
export const toDateColumn = (day: Day): Date => new Date(`${day}T00:00:00Z`);
export const fromDateColumn = (column: Date): Day => column.toISOString().slice(0, 10);

export function addDays(day: Day, days: number): Day {
  return fromDateColumn(new Date(toDateColumn(day).getTime() + days * 24 * hour));
}

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return fromDateColumn(new Date(last.setUTCDate(Math.min(date, last.getUTCDate()))));
}

/** The same weekday some months on: the second Thursday stays the second, and a fifth is then the last. */
export function sameWeekdayAfter(first: Day, months: number): Day {
  const nth = Math.ceil(Number(first.slice(8)) / 7);
  const monthsFirst = addMonths(`${first.slice(0, 7)}-01`, months);
  const ahead = (toDateColumn(first).getUTCDay() - toDateColumn(monthsFirst).getUTCDay() + 7) % 7;
  const wanted = addDays(monthsFirst, ahead + (nth - 1) * 7);
  return wanted.slice(0, 7) === monthsFirst.slice(0, 7) ? wanted : addDays(wanted, -7);
}

export function daysBetween(from: Day, to: Day): number {
  return (toDateColumn(to).getTime() - toDateColumn(from).getTime()) / (24 * hour);
}

/** Whole years on the day in question. Somebody born on 29 February is a year older on 1 March. */
export function ageOn(dateOfBirth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

export const isChildOn = (dateOfBirth: Day, day: Day): boolean => ageOn(dateOfBirth, day) < 18;

/** Bank holidays in England and Wales. An area passes its own list where this one has run out. */
export const bankHolidays: readonly Day[] = Object.entries({
  2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}).flatMap(([year, days]) => days.split(" ").map((day) => `${year}-${day}`));

export function isWorkingDay(day: Day, holidays: readonly Day[] = bankHolidays): boolean {
  const weekday = toDateColumn(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

/** Counts working days after this one, or before it. None at all is this day, if it is a working day. */
export function addWorkingDays(day: Day, days: number, holidays = bankHolidays): Day {
  const step = days < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(days); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  while (!isWorkingDay(reached, holidays)) reached = addDays(reached, step);
  return reached;
}

/** Working days after the first, up to and including the second. Negative when it came before. */
export function workingDaysBetween(from: Day, to: Day, holidays = bankHolidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}

export type Quarter = { year: string; quarter: 1 | 2 | 3 | 4; start: Day; end: Day };

/** The quarter of the financial year, which runs from April to March. */
export function quarterOf(day: Day): Quarter {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const opened = month >= 4 ? year : year - 1;
  const quarter = (Math.floor(((month + 8) % 12) / 3) + 1) as Quarter["quarter"];
  const start = addMonths(`${opened}-04-01`, (quarter - 1) * 3);
  return {
    year: `${opened}/${String(opened + 1).slice(2)}`,
    quarter,
    start,
    end: addDays(addMonths(start, 3), -1),
  };
}

/** The first day of the financial year of a day. */
export const financialYearOf = (day: Day): Day => `${quarterOf(day).year.slice(0, 4)}-04-01`;

/** "2026 to 2027": the financial year that begins on this day. */
export function financialYearName(start: Day): string {
  const from = Number(start.slice(0, 4));
  return `${from} to ${from + 1}`;
}

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

export function formatDay(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[Number(month) - 1]} ${year}`;
}

/** For tables. */
export function formatDayShort(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

export const formatWeekday = (day: Day): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(toDateColumn(day));

/** A London time, given as an instant or as "14:03". */
export function formatTime(at: Date | string): string {
  const time = typeof at === "string" ? at : timeOf(at);
  if (time === "00:00") return "midnight";
  if (time === "12:00") return "midday";
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const past = minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`;
  return `${hours % 12 || 12}${past}${hours < 12 ? "am" : "pm"}`;
}

export const formatInstant = (instant: Date): string =>
  `${formatDay(dayOf(instant))} at ${formatTime(instant)}`;

/** Stands beside a date, never instead of it. */
export function relativeDays(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

type AboutADay = {
  /** What the page calls it: "Date of the concern". */
  name: string;
  /** Today is allowed on either side, unless "not today". */
  past?: boolean | "not today";
  future?: boolean | "not today";
  /** A form's schema is given no instant, so this one thing may be asked of the clock. */
  today?: () => Day;
};

type DayField<T> = z.ZodType<T, string | undefined>;

/** A day from a form: "27/3/2026" out of three boxes, the month perhaps a name, or "2026-03-27". */
export function aDay(about: AboutADay & { optional: true }): DayField<Day | undefined>;
export function aDay(about: AboutADay & { optional?: false }): DayField<Day>;
export function aDay({
  optional = false,
  ...about
}: AboutADay & { optional?: boolean }): DayField<Day | undefined> {
  const missing = `Enter the ${about.name.charAt(0).toLowerCase()}${about.name.slice(1)}`;
  return z
    .string({ error: missing })
    .max(40, `${about.name} must be a real date`)
    .optional()
    .transform((raw = "", ctx) => {
      const boxes = splitDay(raw);
      if (boxes.every((box) => box === "")) {
        if (!optional) ctx.addIssue(missing);
        return optional ? undefined : z.NEVER;
      }
      const read = readDay(boxes, about.name);
      const wrong = read.wrong ?? wrongSide(read.day, about);
      if (wrong) ctx.addIssue(wrong);
      return read.day;
    });
}

/** A time of day from a form: "2pm", "2:30pm", "14:00", "midday". Gives "14:00". */
export function aTime({ name }: { name: string }) {
  const missing = `Enter the ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .max(20, { error: `${name} must be a time, like 2:30pm`, abort: true })
    .transform((typed, ctx) => {
      const time = readTime(typed.toLowerCase());
      if (!time) ctx.addIssue(`${name} must be a time, like 2:30pm`);
      return time;
    });
}

function readTime(typed: string): string {
  if (typed === "midday") return "12:00";
  if (typed === "midnight") return "00:00";
  const read = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/.exec(typed);
  const [, hours = "", minutes, half] = read ?? [];
  const past = Number(minutes ?? 0);
  if (!read || past > 59 || (!half && minutes === undefined)) return "";
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return "";
  const counted = half ? (Number(hours) % 12) + (half === "pm" ? 12 : 0) : Number(hours);
  return counted > 23 ? "" : `${String(counted).padStart(2, "0")}:${String(past).padStart(2, "0")}`;
}

/** The day, month and year boxes, in that order, as they were typed. */
export function splitDay(raw: string): [string, string, string] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw.trim());
  const boxes = iso ? [`${Number(iso[3])}`, `${Number(iso[2])}`, iso[1]] : raw.split("/");
  const [day = "", month = "", year = ""] = boxes.map((box) => box?.trim() ?? "");
  return [day, month, year];
}

type Read = { day: Day; wrong?: undefined } | { day: ""; wrong: string };

function readDay([day, month, year]: [string, string, string], name: string): Read {
  const empty = Object.entries({ day, month, year }).filter(([, box]) => box === "");
  if (empty.length > 0) {
    const parts = empty.map(([part]) => `a ${part}`).join(" and ");
    return { day: "", wrong: `${name} must include ${parts}` };
  }
  if (/^\d{1,3}$/.test(year)) return { day: "", wrong: "Year must include 4 numbers" };

  const number = /^\d+$/.test(month) ? Number(month) : monthNamed(month);
  const iso = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isReal(iso) ? { day: iso } : { day: "", wrong: `${name} must be a real date` };
}

function monthNamed(name: string): number {
  if (name.length < 3) return 0;
  return months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1;
}

function isReal(iso: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(iso)) return false;
  const date = toDateColumn(iso);
  return !Number.isNaN(date.getTime()) && fromDateColumn(date) === iso;
}

function wrongSide(day: Day, { name, past, future, today = () => dayOf(new Date()) }: AboutADay) {
  const now = past || future ? today() : day;
  if (past === "not today" && day >= now) return `${name} must be in the past`;
  if (past && day > now) return `${name} must be today or in the past`;
  if (future === "not today" && day <= now) return `${name} must be in the future`;
  if (future && day < now) return `${name} must be today or in the future`;
}
