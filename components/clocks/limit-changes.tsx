import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type ClockUnit, clockKinds, clockUnits } from "@/lib/clocks/labels";
import type { LimitedKind } from "@/lib/clocks/rules";
import type { Day } from "@/lib/dates";

type Change = {
  id: string;
  kind: LimitedKind;
  count: number;
  unit: ClockUnit;
  from: Day;
  reason: string;
  setAt: Date;
  setBy: string;
};

/** What an area allowed, from which day on, who changed it and why. */
export function LimitChanges({ changes }: { changes: Change[] }) {
  return (
    <Table
      caption="Changes"
      isWide
      empty="Nothing has been changed. The limits are those that the service starts with."
      columns={[
        { text: "Limit" },
        { text: "Allowed" },
        { text: "From" },
        { text: "Why" },
        { text: "Changed by" },
      ]}
      rows={changes.map(({ id, kind, count, unit, from, reason, setAt, setBy }) => ({
        key: id,
        cells: [
          clockKinds[kind],
          limitText({ count, unit }),
          <Time key="from" day={from} short />,
          reason,
          <>
            {setBy}, <Time at={setAt} short />
          </>,
        ],
      }))}
    />
  );
}

/** "15 working days", "1 month", "The same working day" */
export function limitText({ count, unit }: { count: number; unit: ClockUnit }): string {
  const words = clockUnits[unit];
  if (count === 0) return unit === "working_days" ? "The same working day" : "The same day";
  return `${count} ${count === 1 ? words.replace(/s$/, "") : words}`;
}
