import { addMonths, type Day, formatDayShort, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Rag } from "@/lib/plans/labels";
import { type Cell, dayOfSerial } from "@/lib/spreadsheets/rules";

// What people write into a spreadsheet, read as what the plan keeps.

export type Read<T> = { value: T; warning?: string; error?: undefined } | { error: string };

/** Words as they are compared: without case, signs, or spaces too many. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A text as a file gives it back: with one sign for a new line, and without those that no file may hold. */
export const asWritten = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "")
    .trim();

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
const monthNamed = (name: string): number =>
  name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;

function realDay(year: string, month: number, date: string): Day | undefined {
  const day = `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
  const column = toDateColumn(day);
  return !Number.isNaN(column.getTime()) && fromDateColumn(column) === day ? day : undefined;
}

const numbered = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** Whether the dates of a column put the day first, as one of them shows that can be read in no other way. */
export function putsDayFirst(cells: readonly Cell[]): boolean {
  const pairs = cells.flatMap(({ text, day }) => {
    const [, first, second] = (!day && numbered.exec(text)) || [];
    return first && second ? [[Number(first), Number(second)] as const] : [];
  });
  return pairs.some(([first]) => first > 12) && !pairs.some(([, second]) => second > 12);
}

/** A date, however it was written. One that could be two days is refused, and no day is guessed. */
export function readDay(cell: Cell, isDayFirst = false): Read<Day> {
  if (cell.day) return { value: cell.day };
  const { text } = cell;
  if (/^\d{5}([.]\d+)?$/.test(text)) return readSerial(text);
  const parts =
    readNumbers(text, isDayFirst) ?? readWords(text) ?? readMonth(text) ?? readTwoDigits(text);
  return parts ?? { error: `“${text}” is not a date. Write it like 31 Dec 2026` };
}

function readSerial(text: string): Read<Day> {
  const day = dayOfSerial(Number(text));
  if (!day) return { error: `“${text}” is not a date of this century` };
  return { value: day, warning: `“${text}” is read as ${formatDayShort(day)}` };
}

const found = (day: Day | undefined, text: string): Read<Day> =>
  day ? { value: day } : { error: `“${text}” is not a real date` };

function readNumbers(text: string, isDayFirst: boolean): Read<Day> | undefined {
  const [, isoYear, isoMonth, isoDate] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (isoYear && isoMonth && isoDate)
    return found(realDay(isoYear, Number(isoMonth), isoDate), text);
  const [, first, second, year] = numbered.exec(text) ?? [];
  if (!first || !second || !year) return undefined;
  const [date, month] = [Number(first), Number(second)];
  if (month > 12 && date <= 12)
    return { error: `“${text}” puts the month first. Write it like 31 Dec 2026` };
  if (date <= 12 && date !== month && !isDayFirst)
    return {
      error: `“${text}” could be ${date} ${shortMonth(month)} or ${month} ${shortMonth(date)}. Write it like 31 Dec 2026`,
    };
  return found(realDay(year, month, first), text);
}

const shortMonth = (month: number): string => {
  const name = months[month - 1]?.slice(0, 3) ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
};

function readWords(text: string): Read<Day> | undefined {
  const written = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[.,]?[ -](\d{4})$/i;
  const [, date, name, year] = written.exec(text) ?? [];
  return date && name && year ? found(realDay(year, monthNamed(name), date), text) : undefined;
}

/** A month alone ends on its last day: that is what "by December" says. */
function readMonth(text: string): Read<Day> | undefined {
  const [, name, year] = /^([a-z]{3,9})[.,]?[ -](\d{4})$/i.exec(text) ?? [];
  const [, digits, digitsYear] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const month = name ? monthNamed(name) : Number(digits ?? 0);
  const first = realDay(year ?? digitsYear ?? "", month, "1");
  if (!first) return undefined;
  const last = fromDateColumn(new Date(toDateColumn(addMonths(first, 1)).getTime() - 86_400_000));
  return {
    value: last,
    warning: `“${text}” is read as the last day of the month, ${formatDayShort(last)}`,
  };
}

const readTwoDigits = (text: string): Read<Day> | undefined =>
  /^\d{1,2}[/. -](\d{1,2}|[a-z]{3,9})[/. -]\d{2}$/i.test(text)
    ? { error: `“${text}” must have a year of 4 numbers, like 31 Dec 2026` }
    : undefined;

/** How people write a colour of the plan. */
export const ragWords: Record<Rag, readonly string[]> = {
  green: ["g", "on track", "on target", "on schedule", "in progress", "ongoing"],
  amber: ["a", "may slip", "at risk", "some delay", "slipping", "yellow"],
  red: ["r", "off track", "missed", "overdue", "delayed", "not on track", "will be missed"],
  blue: ["b", "done", "complete", "completed", "closed", "finished", "achieved"],
  grey: ["gray", "not started", "not begun", "to start", "not yet started"],
};

/** The code whose own name, label, half of the label, or other words these are. */
export function codeOf<Code extends string>(
  text: string,
  labels: Readonly<Record<Code, string>>,
  words: Partial<Readonly<Record<Code, readonly string[]>>> = {},
): Code | undefined {
  const said = plain(text);
  return (Object.keys(labels) as Code[]).find((code) =>
    [code, labels[code], ...labels[code].split(":"), ...(words[code] ?? [])].some(
      (one) => plain(one) === said,
    ),
  );
}

/** A share of a hundred: "45%", "45", or a cell that is formatted as one. */
export function readPercent({ text, number, isPercent }: Cell): Read<number> {
  if (isPercent && number !== undefined) return wholePercent(number * 100, text);
  const [, digits, sign] = /^(\d{1,3}(?:[.]\d+)?) ?(%|percent|per cent)?$/i.exec(text) ?? [];
  if (!digits) return { error: `“${text}” is not a percentage from 0 to 100` };
  const share = Number(digits);
  if (sign || share === 0 || share >= 1) return wholePercent(share, text);
  const read = wholePercent(share * 100, text);
  if (read.error !== undefined) return read;
  return { ...read, warning: `“${text}” is read as ${read.value}%` };
}

function wholePercent(share: number, text: string): Read<number> {
  const value = Math.round(share);
  if (value < 0 || value > 100) return { error: `“${text}” is not a percentage from 0 to 100` };
  return { value };
}

/** What one cell lists: on lines of their own, or between semicolons. */
export const listed = (text: string): string[] =>
  text
    .split(/[;\n\r|]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
