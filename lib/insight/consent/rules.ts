import type { ConsentMoment } from "@/lib/insight/labels";
import { between, type Cell } from "@/lib/insight/rules";

export type ConsentFigures = Record<ConsentMoment, Cell>;

const step = 5;

/**
 * C-12, IS-21: a count of consent is shown in fives, "<5" first. Those who were asked and have not
 * answered, and those whose yes still stands, are counts too, which anybody could find by subtraction:
 * between two counts in fives there is always room for five, so that no difference tells of fewer.
 */
export function inFives(count: number): Cell {
  const low = count - (count % step);
  return between(low, low + step - 1);
}
