import {
  type FallbackField,
  type Field,
  fieldLabels,
  fields,
  headingWords,
} from "@/lib/plans/sheet/labels";
import { plain } from "@/lib/plans/sheet/words/rules";
import type { Row, Sheet } from "@/lib/spreadsheets/rules";

export type Heading = { column: number; text: string };

/** Which column is which, and what a silent row says. */
export type Mapping = {
  columns: Partial<Record<Field, number>>;
  fallbacks: Partial<Record<FallbackField, string>>;
};

/** What somebody chose for a heading before: the heading in plain words, and what it was. */
export type Remembered = Readonly<Record<string, Field>>;

const searched = 30;

const wordsFor = (field: Field): string[] =>
  [fieldLabels[field], ...headingWords[field]].map(plain);

const known = new Map(fields.flatMap((field) => wordsFor(field).map((words) => [words, field])));

const headingsIn = ({ cells }: Row): Heading[] =>
  Object.entries(cells)
    .filter(([, { text, note }]) => text !== "" && note !== "merged")
    .map(([column, { text }]) => ({ column: Number(column), text }));

const knownIn = (row: Row): number =>
  headingsIn(row).filter(({ text }) => known.has(plain(text))).length;

/** The row that holds the headings: the one of the first with most that we know, or the first that is no title. */
export function headingRowOf({ rows }: Sheet): Row | undefined {
  const first = rows.slice(0, searched);
  const best = first.toSorted((one, other) => knownIn(other) - knownIn(one))[0];
  if (best && knownIn(best) >= 2) return best;
  return first.find((row) => headingsIn(row).length >= 3) ?? first[0];
}

/** How much of a plan a sheet looks like, so that of several the right one is read. */
export function likeness(sheet: Sheet): number {
  const row = headingRowOf(sheet);
  return row ? knownIn(row) * 10_000 + Math.min(sheet.rows.length, 9_999) : 0;
}

export function headingsOf(sheet: Sheet): Heading[] {
  const row = headingRowOf(sheet);
  return row ? headingsIn(row).sort((one, other) => one.column - other.column) : [];
}

export function rowsUnder({ rows, ...sheet }: Sheet): Row[] {
  const headings = headingRowOf({ rows, ...sheet });
  return rows.filter(({ number }) => headings && number > headings.number);
}

/** What each column probably is: as it was chosen before, or by its heading. Each is suggested once. */
export function suggest(headings: readonly Heading[], remembered: Remembered = {}) {
  const columns: Mapping["columns"] = {};
  const taken = new Set<number>();
  const take = (field: Field | undefined, column: number) => {
    if (!field || columns[field] !== undefined || taken.has(column)) return;
    columns[field] = column;
    taken.add(column);
  };
  for (const { text, column } of headings) take(remembered[plain(text)], column);
  for (const { text, column } of headings)
    take(
      fields.find((field) => plain(fieldLabels[field]) === plain(text)),
      column,
    );
  for (const { text, column } of headings) take(known.get(plain(text)), column);
  return columns;
}

/** What was chosen, by the heading it was chosen for. */
export function remember(headings: readonly Heading[], { columns }: Mapping) {
  const named = new Map(headings.map(({ column, text }) => [column, plain(text)]));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const heading = named.get(columns[field] ?? -1);
      return heading ? [[heading, field] as const] : [];
    }),
  );
}
