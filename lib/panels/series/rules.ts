import {
  addDays,
  addMonths,
  addWorkingDays,
  bankHolidays,
  type Day,
  sameWeekdayAfter,
} from "@/lib/dates";
import type { SeriesPattern } from "./labels";

const daysApart: Partial<Record<SeriesPattern, number>> = {
  weekly: 7,
  fortnightly: 14,
  every_four_weeks: 28,
};

function nthDay(pattern: SeriesPattern, first: Day, nth: number): Day {
  const apart = daysApart[pattern];
  if (apart) return addDays(first, apart * nth);
  return pattern === "monthly_by_date" ? addMonths(first, nth) : sameWeekdayAfter(first, nth);
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
