import { toCsv } from "@/lib/csv";
import { financialYearName } from "@/lib/dates";
import { entryKinds } from "@/lib/funding/labels";
import { exportLedger } from "@/lib/funding/queries";
import { plainPence } from "@/lib/money/rules";
import { deliver } from "@/lib/request/deliver";

const columns = [
  ...["Entered on", "Line", "Financial year", "Kind", "For", "Pounds", "Description"],
  ...["Puts another right", "Entered by"],
];

/** The ledger as a file, as far as its reader may see it. */
export function GET() {
  return deliver(
    (ctx) => exportLedger(ctx),
    (entries) =>
      new Response(
        toCsv(
          columns,
          entries.map((entry) => [
            entry.day,
            entry.line,
            entry.yearDay ? financialYearName(entry.yearDay) : "",
            entryKinds[entry.kind],
            entry.target ?? "The line in general",
            plainPence(entry.pence),
            entry.words,
            entry.correctsId ? "Yes" : "No",
            entry.by,
          ]),
        ),
        {
          headers: {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="ledger.csv"',
          },
        },
      ),
  );
}
