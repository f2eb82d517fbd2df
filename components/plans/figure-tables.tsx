import { Table } from "@/components/ui/table";
import { Details } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import type { Better } from "@/lib/plans/parts/labels";
import { figure, quarterWords, standingOf } from "@/lib/plans/parts/rules";
import { StandingTag } from "./measure-table";

type Entry = {
  id: string;
  quarterDay: Day;
  forArea: string | null;
  actual: number;
  note: string | null;
  by: string;
  recordedAt: Date;
};
type Measure = { unit: string; better: Better; target: number; actuals: Entry[]; entries: Entry[] };
type Props = { measure: Measure; areas: { id: string; name: string }[] };

/** The figures by quarter, and beneath them every figure that was ever given. */
export function FigureTables({ measure, areas }: Props) {
  const { actuals, entries, unit } = measure;
  const placeOf = ({ forArea }: Entry) =>
    areas.find(({ id }) => id === forArea)?.name ?? "All areas";
  return (
    <>
      <Table
        caption="Figures by quarter"
        columns={[
          { text: "Quarter" },
          { text: "Area" },
          { text: "Figure", numeric: true },
          { text: "How it stands" },
        ]}
        empty="No figure has been recorded."
        rows={actuals.map((entry) => ({
          key: entry.id,
          cells: [
            quarterWords(entry.quarterDay),
            placeOf(entry),
            figure(entry.actual, unit),
            <StandingTag key="standing" standing={standingOf(measure, entry.actual)} />,
          ],
        }))}
      />
      {entries.length > 0 && (
        <Details summary="Every figure that was given, corrections with them">
          <Table
            caption="Every figure, newest first"
            captionSize="s"
            isWide
            columns={[
              { text: "Quarter" },
              { text: "Area" },
              { text: "Figure", numeric: true },
              { text: "Given by" },
              { text: "Note" },
            ]}
            rows={entries.map((entry) => ({
              key: entry.id,
              cells: [
                quarterWords(entry.quarterDay),
                placeOf(entry),
                figure(entry.actual, unit),
                <>
                  {entry.by}
                  <br />
                  <Time at={entry.recordedAt} short />
                </>,
                entry.note ?? "None",
              ],
            }))}
          />
        </Details>
      )}
    </>
  );
}
