import type { PeriodChoice } from "@/lib/insight/periods/rules";
import { type Cell, cellText } from "@/lib/insight/rules";

/** Where a figure is drawn. What is kept back is not drawn at all. */
export const middle = ({ kind, low, high }: Cell): number | null =>
  kind === "small" ? null : Math.round((low + high) / 2);

/** What the reader should see: "Referrals rose to 58 in July to September 2026". */
export function headline(
  what: string,
  now: Cell,
  before: Cell | null | undefined,
  { label }: PeriodChoice,
): string {
  const when = label.startsWith("Year")
    ? `the ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : label;
  return `${what} ${changed(now, before)} ${cellText(now)} in ${when}`;
}

function changed(now: Cell, before: Cell | null | undefined): string {
  if (before && now.low > before.high) return "rose to";
  if (before && now.high < before.low) return "fell to";
  return "were";
}
