import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type EntryKind, entryKinds } from "@/lib/funding/labels";
import { formatPence } from "@/lib/money/rules";

type Entry = {
  id: string;
  day: Day;
  kind: EntryKind;
  pence: number;
  words: string;
  target: string | null;
  correctsId: string | null;
  isCorrected: boolean;
  by: string;
};

/** The last entries of a line. None is ever changed. */
export function EntryTable({
  entries,
  mayWrite,
}: {
  entries: readonly Entry[];
  mayWrite: boolean;
}) {
  const rows = entries.map((entry) => ({
    key: entry.id,
    cells: [
      <Time key="day" day={entry.day} short />,
      entryKinds[entry.kind],
      entry.target ?? "The line in general",
      formatPence(entry.pence),
      <>
        {entry.correctsId && "Puts another entry right: "}
        {entry.words}
        {entry.isCorrected && " (put right)"}
      </>,
      entry.by,
      ...(mayWrite
        ? [
            entry.correctsId || entry.isCorrected ? (
              "Nothing to do"
            ) : (
              <Link key="correct" href={`/plan/funding/entries/${entry.id}`}>
                Put right
                <span className="govuk-visually-hidden">
                  {` ${entryKinds[entry.kind]} of ${formatPence(entry.pence)}: ${entry.words}`}
                </span>
              </Link>
            ),
          ]
        : []),
    ],
  }));
  return (
    <Table
      caption="Ledger, newest first"
      columns={[
        { text: "Date" },
        { text: "Kind" },
        { text: "For" },
        { text: "Amount", numeric: true },
        { text: "Description" },
        { text: "Entered by" },
        ...(mayWrite ? [{ text: "If it is wrong" }] : []),
      ]}
      rows={rows}
      empty="Nothing has been entered yet."
      keepsCaption
    />
  );
}
