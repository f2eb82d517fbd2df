import "server-only";

import { parse } from "csv-parse/sync";

import type { SpreadsheetKind, SpreadsheetProblem } from "@/lib/spreadsheets/labels";
import { readOds } from "@/lib/spreadsheets/ods";
import { openParts, type Parts } from "@/lib/spreadsheets/parts";
import { isFormulaLike, refusedSheet, roomOfAFile, type Sheet } from "@/lib/spreadsheets/rules";
import { aSheet } from "@/lib/spreadsheets/sheet";
import { readXlsx } from "@/lib/spreadsheets/xlsx";

export type ReadSheet = { sheet: Sheet; problem?: SpreadsheetProblem };
export type ReadFile = { kind: SpreadsheetKind; sheets: ReadSheet[] };

const programs = /vbaproject|vbadata|activex\/|macrosheets|^Basic\/|^Scripts\//i;
const compound = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** What is in a file that somebody chose, as rows of cells. It is taken for what its content says it is. */
export function readSpreadsheet(name: string, bytes: Buffer): ReadFile {
  if (bytes.length === 0) throw refusedSheet("empty");
  if (/\.(xlsm|xltm|xlsb|xlam)$/i.test(name)) throw refusedSheet("macros");
  if (bytes.subarray(0, 8).equals(compound)) throw refusedSheet("protected");
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return readPacked(bytes);
  if (!/\.(csv|txt|tsv)$/i.test(name)) throw refusedSheet("wrong_kind");
  return { kind: "csv", sheets: [readCsv(bytes)] };
}

function readPacked(bytes: Buffer): ReadFile {
  const parts = openParts(bytes);
  if (parts.names.some((name) => programs.test(name))) throw refusedSheet("macros");
  if (parts.names.includes("xl/workbook.xml")) {
    if (hasMacros(parts)) throw refusedSheet("macros");
    return { kind: "xlsx", sheets: readXlsx(parts) };
  }
  const type = parts.read("mimetype")?.toString() ?? "";
  if (!/opendocument\.spreadsheet/.test(type)) throw refusedSheet("wrong_kind");
  return { kind: "ods", sheets: readOds(parts) };
}

const hasMacros = (parts: Parts): boolean =>
  /macroEnabled|vbaProject/i.test(parts.read("[Content_Types].xml")?.toString() ?? "");

function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff")
    return new TextDecoder(mark === "fffe" ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes); // what Excel on Windows saves by itself
  }
}

/** What stands between the cells: whichever the first lines have most of outside of what is quoted. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 2_000).replace(/"[^"]*("|$)/g, "");
  const count = (sign: string) => start.split(sign).length;
  return [",", ";", "\t"].sort((one, other) => count(other) - count(one))[0] ?? ",";
}

function readCsv(bytes: Buffer): ReadSheet {
  const text = textOf(bytes);
  if (/[^\P{Cc}\t\n\r\f]/u.test(text)) throw refusedSheet("wrong_kind");
  const sheet = aSheet("", roomOfAFile());
  for (const [index, cells] of recordsOf(text).entries())
    for (const [column, cell] of cells.entries())
      sheet.put({ row: index + 1, column }, { text: undefused(cell.trim()) });
  return sheet.done();
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: 1_000_000,
    });
  } catch {
    throw refusedSheet("unreadable");
  }
}

/** Our own files put an apostrophe before what a spreadsheet would run. */
const undefused = (cell: string): string =>
  cell.startsWith("'") && isFormulaLike(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
