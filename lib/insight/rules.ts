import { editions, type NationalMeasure, nationalFigures } from "@/lib/insight/labels";

// IS-21. A quarter of one area is the finest level, and the only one that is suppressed. A year, and
// whatever else is wider, is worked out from what the quarters show and from nothing else, so that no
// subtraction of one published view from another can tell more than the quarters do.
// A nought is hidden among the small counts: if it were shown, "<5" would mean one to four.

export type Cell = {
  kind: "exact" | "small" | "range";
  /** The least and the most that it can be, for somebody who sees only what is published. */
  low: number;
  high: number;
};

export type Counts<Code extends string> = Readonly<Record<Code, number>>;
export type OneWay<Code extends string> = { cells: Record<Code, Cell>; total: Cell };

const largestSmall = 4;
const isSmall = (count: number) => count <= largestSmall;

/** What is known, from the outside, of a count that lies between these two. */
export function between(low: number, high: number): Cell {
  if (low === high) return { kind: "exact", low, high };
  return { kind: low === 0 && high === largestSmall ? "small" : "range", low, high };
}

const small = between(0, largestSmall);

/** A count that stands by itself, such as a total. */
export const suppressCount = (count: number): Cell =>
  isSmall(count) ? small : between(count, count);

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const codesOf = <Code extends string>(record: Readonly<Record<Code, unknown>>) =>
  Object.keys(record) as Code[];

const map = <Code extends string>(codes: Code[], cellOf: (code: Code) => Cell) =>
  Object.fromEntries(codes.map((code) => [code, cellOf(code)])) as Record<Code, Cell>;

/** Whether this total, in this many parts, may be all small and yet too much for one to be nought. */
const isTight = (total: number, parts: number) =>
  total > (parts - 1) * largestSmall && total <= parts * largestSmall;

/**
 * One quarter's counts and their total. Every case is in one part and no more.
 *
 * Whenever a part is small, the largest becomes a range. Any of the small parts may then be nought
 * and the largest so much larger, and the table would look just the same: even somebody who knows
 * how this is done cannot tell. That is why it is the largest, and why it is done every time.
 */
export function suppress<Code extends string>(counts: Counts<Code>): OneWay<Code> {
  const codes = codesOf(counts);
  const count = sum(codes.map((code) => counts[code]));
  const total = suppressCount(count);
  if (isSmall(count)) return { cells: map(codes, () => small), total };
  if (isTight(count, codes.length)) return { cells: map(codes, () => between(0, count)), total };

  const smalls = codes.filter((code) => isSmall(counts[code]));
  const [largest, ...shown] = codes
    .filter((code) => !isSmall(counts[code]))
    .sort((one, other) => counts[other] - counts[one]);
  const hidden = count - sum(shown.map((code) => counts[code]));
  const least = Math.max(
    hidden - smalls.length * largestSmall,
    largestSmall + 1,
    ...shown.map((code) => counts[code]),
  );
  const cellOf = (code: Code) =>
    code === largest ? between(least, hidden) : suppressCount(counts[code]);
  return { cells: map(codes, cellOf), total };
}

/** A wider count, from what its parts show. */
export const addUp = (parts: Cell[]): Cell =>
  between(sum(parts.map(({ low }) => low)), sum(parts.map(({ high }) => high)));

/** A year made of its quarters, or a partnership of its areas. */
export function addUpTables<Code extends string>(tables: OneWay<Code>[]): OneWay<Code> {
  const [first] = tables;
  const codes = first ? codesOf(first.cells) : [];
  return {
    cells: map(codes, (code) => addUp(tables.map((table) => table.cells[code]))),
    total: addUp(tables.map((table) => table.total)),
  };
}

export type Stages = { referrals: number; discussed: number; adopted: number };
export type Pipeline = Record<keyof Stages, Cell>;

/**
 * Referrals of a quarter and how far they went. Those who went no further are counts too, which
 * anybody could find by subtraction, so it is they that are suppressed. Where a quarter heard more
 * than it received, a difference counts nobody, and each stage stands by itself.
 */
export function suppressPipeline({ referrals, discussed, adopted }: Stages): Pipeline {
  if (discussed > referrals || adopted > discussed) {
    return {
      referrals: suppressCount(referrals),
      discussed: suppressCount(discussed),
      adopted: suppressCount(adopted),
    };
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

export type Rate = { low: number; high: number };

/** Whole percentages, from what is published alone. Nothing, where the base is hidden or too small. */
export function rate(part: Cell, whole: Cell, { base = largestSmall + 1 } = {}): Rate | null {
  if (whole.low < base) return null;
  const percent = (most: number, of: number) => Math.round((100 * most) / of);
  return {
    low: percent(part.low, whole.high),
    high: Math.min(100, percent(part.high, whole.low)),
  };
}

/** REP-01, each as a percentage of referrals. */
export const conversion = ({ referrals, discussed, adopted }: Pipeline) => ({
  discussed: rate(discussed, referrals),
  adopted: rate(adopted, referrals),
});

const number = new Intl.NumberFormat("en-GB");

export function cellText({ kind, low, high }: Cell): string {
  if (kind === "exact") return number.format(low);
  return kind === "small" ? "<5" : `${number.format(low)} to ${number.format(high)}`;
}

export function rateText(found: Rate | null): string {
  if (!found) return "Not shown";
  return found.low === found.high ? `${found.low}%` : `${found.low}% to ${found.high}%`;
}

/** The national figure for a line on a chart: the latest edition of it, with its source (REP-14). */
export function nationalFigure(yearTo: number, measure: NationalMeasure) {
  const found = nationalFigures.findLast((figure) => figure[0] === yearTo && figure[1] === measure);
  if (!found) return null;
  const [, , count, percent, of, edition] = found;
  return { count, percent, of, source: editions[edition].title };
}
