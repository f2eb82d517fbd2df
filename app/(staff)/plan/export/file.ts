import { toCsv } from "@/lib/csv";
import type { ExportedAction } from "@/lib/plans/exports/queries";
import { toXlsx } from "@/lib/spreadsheets/write";
import { exportColumns, inWords } from "./columns";

/** Actions as a file that an import takes again. */
export function planFile(actions: readonly ExportedAction[], format: "csv" | "xlsx") {
  const rows = actions.map((action) => exportColumns.map(({ of }) => of(action)));
  if (format === "xlsx") return Uint8Array.from(toXlsx("Plan", exportColumns, rows));
  const headings = exportColumns.map(({ text }) => text);
  return toCsv(
    headings,
    rows.map((cells) => cells.map(inWords)),
  );
}
