import {
  type Day,
  dayOf,
  formatDay,
  formatDayShort,
  formatInstant,
  formatTime,
  formatWeekday,
  relativeDays,
} from "@/lib/dates";

type DayProps = {
  day: Day;
  /** "3 Mar 2026", for tables. */
  short?: boolean;
  weekday?: boolean;
  /** Adds "(in 5 days)". */
  today?: Day;
};
type InstantProps = { at: Date; short?: boolean; timeOnly?: boolean };

/** The only way to print a day or an instant: in London, in words. */
export function Time(props: DayProps | InstantProps) {
  if ("at" in props) {
    const { at, short, timeOnly } = props;
    const text = timeOnly
      ? formatTime(at)
      : short
        ? `${formatDayShort(dayOf(at))}, ${formatTime(at)}`
        : formatInstant(at);
    return <time dateTime={at.toISOString()}>{text}</time>;
  }
  const { day, short, weekday, today } = props;
  const date = short ? formatDayShort(day) : formatDay(day);
  return (
    <>
      <time dateTime={day}>{weekday ? `${formatWeekday(day)} ${date}` : date}</time>
      {today && ` (${relativeDays(day, today)})`}
    </>
  );
}
