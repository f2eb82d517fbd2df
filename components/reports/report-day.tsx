import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";

type Props = { report: { publishedDay: Day | null; meetsDay: Day | null } };

/** When a report was published, or the meeting that it is for. */
export function ReportDay({ report: { publishedDay, meetsDay } }: Props) {
  if (publishedDay)
    return (
      <>
        Published <Time day={publishedDay} short />
      </>
    );
  return meetsDay ? (
    <>
      Meeting <Time day={meetsDay} short />
    </>
  ) : (
    "No meeting set"
  );
}
