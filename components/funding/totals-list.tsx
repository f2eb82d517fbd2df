import { SummaryList } from "@/components/ui/summary-list";
import { StatusTag } from "@/components/ui/tag";
import { Paragraphs } from "@/components/ui/text";
import { formatInstant } from "@/lib/dates";
import { type Source, sourceLabels } from "@/lib/funding/labels";
import { isOverspent, type Totals, unallocatedOf, varianceOf } from "@/lib/funding/rules";
import { formatPence } from "@/lib/money/rules";

type Line = {
  source: Source;
  covers: string | null;
  note: string | null;
  edited: { by: string; at: Date } | null;
};

/** What a line has, what has become of it, and what is left. */
export const TotalsList = ({ line, totals }: { line: Line; totals: Totals }) => (
  <SummaryList
    rows={[
      { key: "Source", value: sourceLabels[line.source] },
      ...(line.covers ? [{ key: "For", value: line.covers }] : []),
      { key: "Budget", value: formatPence(totals.budget) },
      {
        key: "Allocated",
        value: `${formatPence(totals.allocated)}, with ${formatPence(unallocatedOf(totals))} not allocated yet`,
      },
      { key: "Committed", value: formatPence(totals.committed) },
      { key: "Spent", value: formatPence(totals.spent) },
      { key: "Forecast for the year", value: formatPence(totals.forecast) },
      {
        key: "Left at the forecast",
        value: (
          <>
            {formatPence(varianceOf(totals))}{" "}
            {isOverspent(totals) && <StatusTag meaning="overdue">Over the budget</StatusTag>}
          </>
        ),
      },
      ...(line.note ? [{ key: "What it is for", value: <Paragraphs text={line.note} /> }] : []),
      ...(line.edited
        ? [
            {
              key: "Name and purpose last changed",
              value: `${formatInstant(line.edited.at)}, by ${line.edited.by}`,
            },
          ]
        : []),
    ]}
  />
);
