import type { Cell } from "@/lib/insight/rules";

/** What is published of one table, or of two that were subtracted. */
export type Published = { cells: Record<string, Cell>; total: Cell };
export type Interval = [low: number, high: number];

/** Nobody can tell that there is somebody, and yet fewer than five (IS-21). */
export const isSafe = ([low, high]: Interval): boolean => low <= 0 || high >= 5;

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

/** What each cell must be between, given the total and all the others, over and over until nothing more follows. */
export function narrowed({ cells, total }: Published): Record<string, Interval> {
  const known = Object.fromEntries(
    Object.entries(cells).map(([code, { low, high }]) => [code, [low, high] as Interval]),
  );
  for (let round = 0; round < Object.keys(known).length; round++) {
    for (const [code, [low, high]] of Object.entries(known)) {
      const others = Object.entries(known).filter(([other]) => other !== code);
      known[code] = [
        Math.max(low, total.low - sum(others.map(([, [, most]]) => most))),
        Math.min(high, total.high - sum(others.map(([, [least]]) => least))),
      ];
    }
  }
  return known;
}

/** What is left of one published view when another, which it holds, is taken away. */
export const difference = (one: Cell, other: Cell): Interval => [
  one.low - other.high,
  one.high - other.low,
];

export const within = ([low, high]: Interval, cell: Cell): boolean =>
  low <= cell.low && high >= cell.high;
