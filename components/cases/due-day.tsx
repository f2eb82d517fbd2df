import { type Meaning, StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Urgency, urgencies } from "@/lib/clocks/labels";
import { daysLate, urgencyOf } from "@/lib/clocks/rules";
import type { Day } from "@/lib/dates";

const meanings: Record<Urgency, Meaning | null> = {
  overdue: "overdue",
  due_today: "soon",
  due_soon: "soon",
  on_time: null,
};

type Props = {
  day: Day;
  today: Day;
  /** In a summary list, where there is room for the whole month. */
  isLong?: boolean;
};

/** A date by which something has to be done, and how pressing it is, in words. */
export function DueDay({ day, today, isLong }: Props) {
  const urgency = urgencyOf(day, today);
  const meaning = meanings[urgency];
  const late = daysLate(day, today);
  const text = late > 0 ? `Overdue by ${late} ${late === 1 ? "day" : "days"}` : urgencies[urgency];
  return (
    <span className="app-due">
      <Time day={day} short={!isLong} />
      {meaning && (
        <>
          {" "}
          <StatusTag meaning={meaning}>{text}</StatusTag>
        </>
      )}
    </span>
  );
}
