import "server-only";

import type { SpreadsheetProblem } from "@/lib/spreadsheets/labels";
import { type Cell, mostColumns, mostRows, type Row, type Sheet } from "@/lib/spreadsheets/rules";

/** The headings, and a few lines of title above them, are no rows of the plan. */
const spare = 50;
const mostMerges = 10_000;

type Place = { row: number; column: number };
export type Building = ReturnType<typeof aSheet>;

/** A sheet as it is read. Once it is too much nothing more is kept of it, and it says why. */
export function aSheet(name: string) {
  const rows = new Map<number, Row>();
  const merges: { from: Place; to: Place }[] = [];
  let problem: SpreadsheetProblem | undefined;

  return {
    put({ row, column }: Place, cell: Cell) {
      if (problem || (cell.text === "" && !cell.note)) return;
      if (column >= mostColumns) problem = "too_many_columns";
      else if (!rows.has(row) && rows.size >= mostRows + spare) problem = "too_many_rows";
      if (problem) return;
      const found = rows.get(row) ?? { number: row, cells: {} };
      rows.set(row, found);
      found.cells[column] = cell;
    },
    /** One cell over several rows says the same of each of them. Over several columns it is a title. */
    merge(from: Place, to: Place) {
      if (to.row > from.row && merges.length < mostMerges) merges.push({ from, to });
    },
    done(): { sheet: Sheet; problem?: SpreadsheetProblem } {
      const ordered = [...rows.values()].sort((one, other) => one.number - other.number);
      for (const { from, to } of problem ? [] : merges) spread(rows, from, to);
      return { sheet: { name, rows: ordered }, problem };
    },
  };
}

function spread(rows: Map<number, Row>, { row, column }: Place, to: Place): void {
  const said = rows.get(row)?.cells[column];
  if (!said) return;
  const last = Math.min(to.row, Math.max(...rows.keys()));
  for (let below = row + 1; below <= last; below++) {
    const found = rows.get(below);
    if (found && !found.cells[column]) found.cells[column] = { ...said, note: "merged" };
  }
}
