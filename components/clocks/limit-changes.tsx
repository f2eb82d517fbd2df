import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { clockKinds, clockUnits } from "@/lib/clocks/labels";
import { defaultLimits, type LimitedKind } from "@/lib/clocks/rules";
import type { Day } from "@/lib/dates";

type Change = {
  id: string;
  kind: LimitedKind;
  count: number;
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
      rows={changes.map(({ id, kind, count, from, reason, setAt, setBy }) => ({
        key: id,
        cells: [
          clockKinds[kind],
          limitText(kind, count),
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
export function limitText(kind: LimitedKind, count: number): string {
  const unit = clockUnits[defaultLimits[kind].unit];
  if (count === 0) return unit === "working days" ? "The same working day" : "The same day";
  return `${count} ${count === 1 ? unit.replace(/s$/, "") : unit}`;
}
