import "server-only";

import type { SpreadsheetProblem } from "@/lib/spreadsheets/labels";
import {
  type Cell,
  mostColumns,
  mostRows,
  type Room,
  type Row,
  refusedSheet,
  type Sheet,
} from "@/lib/spreadsheets/rules";

/** The headings, and a few lines of title above them, are no rows of the plan. */
const spare = 50;
const mostMerges = 10_000;

type Place = { row: number; column: number };
export type Building = ReturnType<typeof aSheet>;

/** A sheet as it is read. Once it is too much nothing more is kept of it, and it says why. */
export function aSheet(name: string, room: Room) {
  const rows = new Map<number, Row>();
  const merges: { from: Place; to: Place }[] = [];
  let problem: SpreadsheetProblem | undefined;

  return {
    put({ row, column }: Place, cell: Cell) {
      if (problem || (cell.text === "" && !cell.note)) return;
      if (column >= mostColumns) problem = "too_many_columns";
      else if (!rows.has(row) && rows.size >= mostRows + spare) problem = "too_many_rows";
      if (problem) return;
      take(room, 1, cell.text.length);
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
      const last = ordered.at(-1)?.number ?? 0;
      for (const { from, to } of problem ? [] : merges)
        spread(rows, from, { row: Math.min(to.row, last), column: to.column }, room);
      return { sheet: { name, rows: ordered }, problem };
    },
    /** Nothing more is kept, so nothing more has to be read. */
    isFull: () => problem !== undefined,
  };
}

/** A few bytes can say the same thing very often: what they come to is counted, and not what they are. */
function take(room: Room, cells: number, signs: number): void {
  room.cells -= cells;
  room.signs -= signs;
  if (room.cells < 0 || room.signs < 0) throw refusedSheet("too_much");
}

function spread(rows: Map<number, Row>, { row, column }: Place, to: Place, room: Room): void {
  const said = rows.get(row)?.cells[column];
  if (!said) return;
  for (let below = row + 1; below <= to.row; below++) {
    take(room, 1, 0);
    const found = rows.get(below);
    if (!found || found.cells[column]) continue;
    take(room, 0, said.text.length);
    found.cells[column] = { ...said, note: "merged" };
  }
}
