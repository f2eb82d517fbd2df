import type { Day, Quarter } from "@/lib/dates";

// IS-21. A quarter of one area is the finest level, and the only one that is suppressed. A year, and
// whatever else is wider, is worked out from what the quarters show and from nothing else, so that no
// subtraction of one published view from another can tell more than the quarters do.
// A nought is hidden among the small counts: if it were shown, "<5" would mean one to four.

const smallest = 5;

export type Cell = {
  kind: "exact" | "small" | "withheld" | "range";
  /** The least and the most that it can be, for somebody who sees only what is published. */
  low: number;
  high: number;
};

export type Counts<Code extends string> = Readonly<Record<Code, number>>;
export type OneWay<Code extends string> = { cells: Record<Code, Cell>; total: Cell };

const exact = (count: number): Cell => ({ kind: "exact", low: count, high: count });
const small: Cell = { kind: "small", low: 0, high: smallest - 1 };
const isSmall = (count: number) => count < smallest;

/** A count that stands by itself, such as a total. */
export const suppressCount = (count: number): Cell => (isSmall(count) ? small : exact(count));

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const codesOf = <Code extends string>(record: Readonly<Record<Code, unknown>>) =>
  Object.keys(record) as Code[];

/**
 * Which counts of five or more are withheld, so that every small one could still be nought. A reader
 * is taken to know that those withheld are no larger than the smallest one shown.
 */
function withheldFrom<Code extends string>(counts: Counts<Code>): Set<Code> {
  const smalls = codesOf(counts).filter((code) => isSmall(counts[code]));
  const larger = codesOf(counts)
    .filter((code) => !isSmall(counts[code]))
    .sort((one, other) => counts[one] - counts[other]);
  if (smalls.length === 0) return new Set();

  const hiddenWith = (taken: number) =>
    sum([...smalls, ...larger.slice(0, taken)].map((code) => counts[code]));
  const isEnough = (taken: number, smallestShown: number) =>
    hiddenWith(taken) <= taken * smallestShown + (smalls.length - 1) * small.high;

  // Where few are small, one is withheld even if they add up to little: its absence would say so.
  const fewest = smalls.length <= 3 ? 1 : 0;
  const shown = larger.findIndex((code, taken) => taken >= fewest && isEnough(taken, counts[code]));
  return new Set(shown === -1 ? larger : larger.slice(0, shown));
}

/** Whether this total, in this many parts, may be all small and yet too much for one to be nought. */
const isTight = (total: number, parts: number) =>
  total > (parts - 1) * small.high && total <= parts * small.high;

/** One quarter's counts and their total. Every case is in one part and no more. */
export function suppress<Code extends string>(counts: Counts<Code>): OneWay<Code> {
  const codes = codesOf(counts);
  const count = sum(codes.map((code) => counts[code]));
  const total = suppressCount(count);
  const withheld: Cell = { kind: "withheld", low: smallest, high: count };
  const unsaid: Cell = { kind: "withheld", low: 0, high: count };

  const hidden = withheldFrom(counts);
  const cellOf = (code: Code): Cell => {
    if (isSmall(count)) return small;
    if (isTight(count, codes.length)) return unsaid;
    return hidden.has(code) ? withheld : suppressCount(counts[code]);
  };
  const cells = Object.fromEntries(codes.map((code) => [code, cellOf(code)]));
  return { cells: cells as Record<Code, Cell>, total };
}

/** What is known, from the outside, of a count that lies between these two. */
function between(low: number, high: number): Cell {
  if (low === high) return exact(low);
  return low === 0 && high === small.high ? small : { kind: "range", low, high };
}

/** A wider count, from what its parts show. */
export const addUp = (parts: Cell[]): Cell =>
  between(sum(parts.map(({ low }) => low)), sum(parts.map(({ high }) => high)));

/** A year made of its quarters, or a partnership of its areas. */
export function addUpTables<Code extends string>(tables: OneWay<Code>[]): OneWay<Code> {
  const [first] = tables;
  const codes = first ? codesOf(first.cells) : [];
  const cells = Object.fromEntries(
    codes.map((code) => [code, addUp(tables.map((table) => table.cells[code]))]),
  );
  return {
    cells: cells as Record<Code, Cell>,
    total: addUp(tables.map((table) => table.total)),
  };
}

/** Two ways at once: each column is suppressed with its own total, and the rows are added up. */
export function suppressTwoWay<Column extends string, Code extends string>(
  columns: Readonly<Record<Column, Counts<Code>>>,
): { columns: Record<Column, OneWay<Code>>; rows: OneWay<Code> } {
  const entries = codesOf(columns).map((column) => [column, suppress(columns[column])] as const);
  return {
    columns: Object.fromEntries(entries) as Record<Column, OneWay<Code>>,
    rows: addUpTables(entries.map(([, table]) => table)),
  };
}

export type Stages = { referrals: number; discussed: number; adopted: number };
export type Pipeline = Record<keyof Stages, Cell>;

/**
 * Referrals of a quarter and how far they went. Those who went no further are counts too, which
 * anybody could find by subtraction, so it is they that are suppressed.
 */
export function suppressPipeline({ referrals, discussed, adopted }: Stages): Pipeline {
  if (discussed > referrals || adopted > discussed) {
    throw new Error("A stage of the pipeline holds more than the one before it");
  }
  const { cells, total } = suppress({
    notDiscussed: referrals - discussed,
    notAdopted: discussed - adopted,
    adopted,
  });
  const wentOn = addUp([cells.notAdopted, cells.adopted]);
  return {
    referrals: total,
    discussed: between(
      Math.max(wentOn.low, total.low - cells.notDiscussed.high),
      Math.min(wentOn.high, total.high - cells.notDiscussed.low),
    ),
    adopted: cells.adopted,
  };
}

/** A whole percentage, or nothing where either number is hidden, or the base is too small. */
export function rate(part: Cell, whole: Cell, { base = smallest } = {}): number | null {
  const bothShown = part.kind === "exact" && whole.kind === "exact";
  return bothShown && whole.low >= base ? Math.round((100 * part.low) / whole.low) : null;
}

/** REP-07: disparity between groups is looked at only where there are enough people. */
export const equalityBase = 20;

/** REP-01, each as a percentage of referrals. */
export const conversion = ({ referrals, discussed, adopted }: Pipeline) => ({
  discussed: rate(discussed, referrals),
  adopted: rate(adopted, referrals),
});

/** A quarter is counted once, when it is over: two counts of one quarter could be subtracted. */
export const isCountable = (quarter: Pick<Quarter, "end">, today: Day): boolean =>
  quarter.end < today;

const number = new Intl.NumberFormat("en-GB");

export function cellText({ kind, low, high }: Cell): string {
  if (kind === "exact") return number.format(low);
  if (kind === "small") return "<5";
  if (kind === "withheld") return "Not shown";
  return `${number.format(low)} to ${number.format(high)}`;
}
