import "server-only";

import type { Parts } from "@/lib/spreadsheets/parts";
import {
  type Cell,
  mostColumns,
  mostRows,
  mostSheets,
  refusedSheet,
  roomOfAFile,
} from "@/lib/spreadsheets/rules";
import { aSheet, type Building } from "@/lib/spreadsheets/sheet";
import { readXml } from "@/lib/spreadsheets/xml";

type Attributes = Record<string, string>;
type Open = { attributes: Attributes; lines: string[] };

/** A row or cell that stands for many says so. An empty million at the end is nothing. */
const repeated = (attributes: Attributes, of: string): number =>
  Math.max(1, Number(attributes[`table:number-${of}-repeated`] ?? 1) || 1);

/** Every sheet of an OpenDocument spreadsheet. Formulas are not run: what they last gave is taken. */
export function readOds(parts: Parts) {
  const isSealed = /encryption-data/.test(parts.read("META-INF/manifest.xml")?.toString() ?? "");
  if (isSealed) throw refusedSheet("protected");
  const content = parts.read("content.xml");
  if (!content) throw refusedSheet("unreadable");
  return readTables(content);
}

function readTables(content: Buffer) {
  const sheets: ReturnType<Building["done"]>[] = [];
  const room = roomOfAFile();
  let sheet: Building | undefined;
  let [row, column, times, aside] = [0, 0, 1, 0];
  let cell: Open | undefined;
  let cells: { column: number; cell: Cell; attributes: Attributes }[] = [];

  const endCell = ({ attributes, lines }: Open) => {
    const found = toCell(attributes, lines.join("\n"));
    const count = repeated(attributes, "columns");
    const isEmpty = found.text === "" && !found.note;
    const isPast = (cells.at(-1)?.column ?? 0) >= mostColumns; // one too many is enough to know
    const kept = isEmpty || isPast ? 0 : Math.min(count, Math.max(1, mostColumns + 1 - column));
    for (let n = 0; n < kept; n++) cells.push({ column: column + n, cell: found, attributes });
    column += count;
  };
  const endRow = () => {
    const kept = cells.length === 0 ? 0 : Math.min(times, mostRows * 2);
    for (let n = 0; n < kept && !sheet?.isFull(); n++)
      for (const one of cells) {
        const at = { row: row + n, column: one.column };
        sheet?.put(at, one.cell);
        const down = Number(one.attributes["table:number-rows-spanned"] ?? 1) || 1;
        sheet?.merge(at, { row: at.row + down - 1, column: at.column });
      }
    row += times;
  };

  readXml(content, {
    open(name, attributes) {
      if (name === "table") {
        sheet =
          sheets.length < mostSheets ? aSheet(attributes["table:name"] ?? "", room) : undefined;
        row = 1;
      } else if (name === "table-row") {
        [cells, column, times] = [[], 0, repeated(attributes, "rows")];
      } else if (name === "table-cell" || name === "covered-table-cell") {
        cell = { attributes, lines: [] };
      } else if (name === "annotation") aside += 1;
      else if (name === "p" && aside === 0) cell?.lines.push("");
      else if (/^(s|tab|line-break)$/.test(name) && aside === 0) add(cell, " ");
    },
    text(found) {
      if (aside === 0) add(cell, found);
    },
    close(name) {
      if (name === "annotation") aside -= 1;
      if (name === "table-cell" || name === "covered-table-cell") {
        if (cell) endCell(cell);
        cell = undefined;
      } else if (name === "table-row") endRow();
      else if (name === "table" && sheet) {
        sheets.push(sheet.done());
        sheet = undefined;
      }
    },
  });
  return sheets;
}

/** Only what stands in a paragraph of the cell is its text. */
function add(cell: Open | undefined, text: string): void {
  if (!cell || cell.lines.length === 0) return;
  cell.lines.push((cell.lines.pop() ?? "") + text);
}

function toCell(attributes: Attributes, shown: string): Cell {
  const cell = plainCell(attributes, shown.trim());
  if (!attributes["table:formula"]) return cell;
  if (/^(#|Err:)/.test(cell.text)) return { ...cell, note: "error" };
  return { ...cell, note: cell.text === "" ? "no_result" : "formula" };
}

function plainCell(attributes: Attributes, text: string): Cell {
  const number = Number(attributes["office:value"]);
  switch (attributes["office:value-type"]) {
    case "date": {
      const day = (attributes["office:date-value"] ?? "").slice(0, 10);
      return { text: day, day };
    }
    case "percentage":
      return { text, number, isPercent: true };
    case "float":
    case "currency":
      return { text: text || `${number}`, number };
    default:
      return { text };
  }
}
