import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type PriorityStatus, priorityLabels } from "@/lib/areas/labels";
import { type Day, financialYearName } from "@/lib/dates";

type Said = {
  id: string;
  yearDay: Day;
  status: PriorityStatus;
  source: string;
  by: string;
  organisation: string;
  recordedAt: Date;
};

/** What was said of each year, and who wrote it down. */
export const PriorityHistory = ({ priorities }: { priorities: readonly Said[] }) => (
  <Table
    caption="Priority status, year by year"
    columns={[
      { text: "Financial year" },
      { text: "Status" },
      { text: "Source" },
      { text: "Recorded by" },
    ]}
    rows={priorities.map(({ id, yearDay, status, source, by, organisation, recordedAt }) => ({
      key: id,
      cells: [
        financialYearName(yearDay),
        priorityLabels[status],
        source,
        <>
          {by}, {organisation}
          <br />
          <Time at={recordedAt} short />
        </>,
      ],
    }))}
    empty="Nothing has been recorded yet."
    keepsCaption
  />
);
