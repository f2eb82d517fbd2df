import { isFormulaLike } from "@/lib/spreadsheets/rules";

const mark = "\uFEFF";

/** Signs that no text has a use for, and that no spreadsheet opens. */
const readable = (cell: string): string => cell.replace(/[^\P{Cc}\t\n\r]/gu, "");

/** A spreadsheet would run what begins like this, so an apostrophe goes before it: also one more, so that all come off again. */
const defused = (cell: string): string =>
  isFormulaLike(cell.replace(/^'+/, "")) ? `'${cell}` : cell;

const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as a file that a spreadsheet opens with its letters right and nothing in it run. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((cells) =>
    cells.map((cell) => quoted(defused(readable(cell)))).join(","),
  );
  return `${mark}${lines.join("\r\n")}\r\n`;
}
