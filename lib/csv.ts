const mark = "\uFEFF";

/** A spreadsheet would run what begins like this, so an apostrophe goes before it. */
const defused = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as a file that a spreadsheet opens with its letters right and nothing in it run. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((cells) =>
    cells.map((cell) => quoted(defused(cell))).join(","),
  );
  return `${mark}${lines.join("\r\n")}\r\n`;
}
