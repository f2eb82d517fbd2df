import {
  addDays,
  addMonths,
  addWorkingDays,
  bankHolidays,
  type Day,
  toDateColumn,
} from "@/lib/dates";
import type { SeriesPattern } from "./labels";

const daysApart: Partial<Record<SeriesPattern, number>> = {
  weekly: 7,
  fortnightly: 14,
  every_four_weeks: 28,
};

/** The same weekday some months on: the second Thursday stays the second, and a fifth is then the last. */
function sameWeekday(first: Day, months: number): Day {
  const nth = Math.ceil(Number(first.slice(8)) / 7);
  const monthsFirst = addMonths(`${first.slice(0, 7)}-01`, months);
  const ahead = (toDateColumn(first).getUTCDay() - toDateColumn(monthsFirst).getUTCDay() + 7) % 7;
  const wanted = addDays(monthsFirst, ahead + (nth - 1) * 7);
  return wanted.slice(0, 7) === monthsFirst.slice(0, 7) ? wanted : addDays(wanted, -7);
}

function nthDay(pattern: SeriesPattern, first: Day, nth: number): Day {
  const apart = daysApart[pattern];
  if (apart) return addDays(first, apart * nth);
  return pattern === "monthly_by_date" ? addMonths(first, nth) : sameWeekday(first, nth);
}

/**
 * The days of a series, from the first to the last. A day on which nobody works is held on the next
 * working day; the series itself goes on from where it was.
 */
export function seriesDays(
  { pattern, firstOn, untilOn }: { pattern: SeriesPattern; firstOn: Day; untilOn: Day },
  holidays = bankHolidays,
) {
  const days: { seriesOn: Day; heldOn: Day }[] = [];
  for (let nth = 0; ; nth++) {
    const seriesOn = nthDay(pattern, firstOn, nth);
    if (seriesOn > untilOn) return days;
    days.push({ seriesOn, heldOn: addWorkingDays(seriesOn, 0, holidays) });
  }
}
