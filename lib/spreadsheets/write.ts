import "server-only";

import { writeArchive } from "@/lib/archive";
import type { Day } from "@/lib/dates";
import { columnName, isFormulaLike, serialOfDay } from "@/lib/spreadsheets/rules";

export type Written = string | number | { day: Day } | { percent: number };
export type WrittenColumn = { text: string; width: number };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Without the signs that no XML may hold. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** By their place in the list of formats below. */
const styles = { plain: 0, heading: 1, day: 2, percent: 3, asText: 4 } as const;

const text = (at: string, style: number, said: string) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(said)}</t></is></c>`;
const number = (at: string, style: number, said: number) =>
  `<c r="${at}" s="${style}"><v>${said}</v></c>`;

/** Words are written as words, so that nothing in them is run; what begins like a formula is marked as text besides. */
function cellOf(at: string, said: Written): string {
  if (said === "") return "";
  if (typeof said === "string") return text(at, isFormulaLike(said) ? styles.asText : 0, said);
  if (typeof said === "number") return number(at, styles.plain, said);
  if ("day" in said) return number(at, styles.day, serialOfDay(said.day));
  return number(at, styles.percent, said.percent / 100);
}

const rowOf = (index: number, cells: string[]) => `<row r="${index}">${cells.join("")}</row>`;

function sheetOf(columns: readonly WrittenColumn[], rows: readonly (readonly Written[])[]): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const headings = columns.map((column, index) =>
    text(`${columnName(index)}1`, styles.heading, column.text),
  );
  const lines = rows.map((cells, index) =>
    rowOf(
      index + 2,
      cells.map((said, column) => cellOf(`${columnName(column)}${index + 2}`, said)),
    ),
  );
  return `${head}<worksheet ${main}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${rowOf(1, headings)}${lines.join("")}</sheetData></worksheet>`;
}

const wrap = '<alignment vertical="top" wrapText="1"/>';
const xf = (format: number, font: number, more = "") =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"${more}>${wrap}</xf>`;
const stylesPart = `${head}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="d mmm yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">${xf(0, 0)}${xf(0, 1)}${xf(164, 0)}${xf(9, 0)}${xf(49, 0, ' quotePrefix="1"')}</cellXfs></styleSheet>`;

/** A workbook of one sheet, with its headings in sight. */
export function toXlsx(
  name: string,
  columns: readonly WrittenColumn[],
  rows: readonly (readonly Written[])[],
): Buffer {
  return writeArchive([
    {
      name: "[Content_Types].xml",
      body: `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${excel}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${excel}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${excel}.styles+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      body: `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      body: `${head}<workbook ${main} xmlns:r="${documents}"><sheets><sheet name="${escaped(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      body: `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${documents}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", body: stylesPart },
    { name: "xl/worksheets/sheet1.xml", body: sheetOf(columns, rows) },
  ]);
}
