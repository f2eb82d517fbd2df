import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Day, daysBetween } from "@/lib/dates";

type Props = { day: Day; today: Day; isOverdue: boolean; isShort?: boolean };

/** When something is due; when it is late, by how much. */
export function Due({ day, today, isOverdue, isShort = true }: Props) {
  const late = daysBetween(day, today);
  return (
    <span className="app-due">
      <Time day={day} short={isShort} />
      {isOverdue && (
        <>
          {" "}
          <StatusTag meaning="overdue">{`Overdue by ${late} ${late === 1 ? "day" : "days"}`}</StatusTag>
        </>
      )}
    </span>
  );
}
