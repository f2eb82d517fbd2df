import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";

type Month = { month: string; held: number; missed: number; calledOff: number };
type Engagement = {
  hatId: string;
  name: string;
  lastHeldOn: Day | null;
  daysSince: number | null;
  months: Month[];
};

const monthName = new Intl.DateTimeFormat("en-GB", {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** Counts of what took place, month by month, and the last day of contact. It judges nobody. */
export function Engagement({ engagements }: { engagements: Engagement[] }) {
  return engagements.map(({ hatId, name, lastHeldOn, daysSince, months }) => (
    <section key={hatId}>
      <h2 className="govuk-heading-m">{name}</h2>
      <p className="govuk-body">
        {lastHeldOn ? (
          <>
            Last met on <Time day={lastHeldOn} />, {daysSince === 0 ? "today" : ago(daysSince)}.
          </>
        ) : (
          "They have not met yet."
        )}
      </p>
      {months.length > 0 && (
        <Table
          caption={`Sessions with ${name} by month`}
          isCaptionHidden
          columns={[
            { text: "Month" },
            { text: "Held", numeric: true },
            { text: "Missed", numeric: true },
            { text: "Called off", numeric: true },
          ]}
          rows={months.map(({ month, held, missed, calledOff }) => ({
            key: month,
            cells: [monthName.format(new Date(`${month}-01`)), held, missed, calledOff],
          }))}
        />
      )}
    </section>
  ));
}

const ago = (days: number | null) => (days === 1 ? "yesterday" : `${days} days ago`);
