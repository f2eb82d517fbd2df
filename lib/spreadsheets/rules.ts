import type { Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import { type SpreadsheetProblem, spreadsheetProblems } from "@/lib/spreadsheets/labels";

export const mostRows = 5_000;
export const mostColumns = 100;
export const mostBytes = 10_000_000;
export const mostSheets = 50;

/** What all the sheets of a file may hold together: cells, and signs in them. */
export type Room = { cells: number; signs: number };
export const roomOfAFile = (): Room => ({ cells: 1_000_000, signs: 20_000_000 });

/** The name of a file, without a path or signs that hide what it says, and not too long. */
export function tidyName(name: string): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  return bare.length > 100 ? `…${bare.slice(-99)}` : bare || "file";
}

/** What is worth saying of how a cell came by its value. */
export type CellNote = "formula" | "no_result" | "merged" | "error";

export type Cell = { text: string; day?: Day; number?: number; isPercent?: true; note?: CellNote };

/** Rows by their number in the file and cells by their column, the first of which is 0. What is empty is left out. */
export type Row = { number: number; cells: Record<number, Cell> };
export type Sheet = { name: string; rows: Row[] };

/** A file that is not taken, with the code that its page says in words. */
export const refusedSheet = (problem: SpreadsheetProblem): RuleBroken =>
  new RuleBroken(spreadsheetProblems[problem], { problem });

export const sheetProblemOf = (code: unknown): SpreadsheetProblem | undefined =>
  typeof code === "string" && Object.hasOwn(spreadsheetProblems, code)
    ? (code as SpreadsheetProblem)
    : undefined;

/** The letters over a column: A, B, … Z, AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`;

/** Where "D17" is. Nothing for what is no address of a cell. */
export function cellAt(name: string): { row: number; column: number } | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? [];
  if (!letters) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column: column - 1 };
}

/** A spreadsheet would run what begins like this, in whichever width the sign is written. */
export const isFormulaLike = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text);

const firstDay = Date.UTC(1899, 11, 30);
const [since, until] = [36_526, 73_050]; // 2000 to 2099

/** The day that a spreadsheet keeps as this number, if it is a day of this century. */
export function dayOfSerial(serial: number): Day | undefined {
  if (serial < since || serial > until) return undefined;
  return new Date(firstDay + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

export const serialOfDay = (day: Day): number =>
  (Date.parse(`${day}T00:00:00Z`) - firstDay) / 86_400_000;
