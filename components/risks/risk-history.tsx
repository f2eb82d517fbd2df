import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type ReviewOutcome, reviewOutcomeLabels } from "@/lib/risks/labels";
import { type Scores, scoreAt } from "@/lib/risks/rules";
import { BandTag } from "./band-tag";

type Props = {
  scored: readonly (Scores & { id: string; reasons: string; at: Date; by: string })[];
  reviews: readonly {
    id: string;
    outcome: string;
    note: string;
    dueDay: string;
    reviewedDay: string;
    nextDay: string;
    by: string;
    organisation: string;
  }[];
};

/** Every score it was given, and every time somebody looked at it. */
export function RiskHistory({ scored, reviews }: Props) {
  return (
    <>
      {scored.length > 0 && (
        <Table
          caption="Scores"
          columns={[
            { text: "When" },
            { text: "Before controls" },
            { text: "After controls" },
            { text: "Reasons" },
            { text: "By" },
          ]}
          rows={scored.map(({ id, at, reasons, by, ...scores }) => ({
            key: id,
            cells: [
              <Time key="at" at={at} short />,
              <BandTag key="inherent" {...scoreAt(scores, "inherent")} />,
              <BandTag key="residual" {...scoreAt(scores, "residual")} />,
              reasons,
              by,
            ],
          }))}
        />
      )}
      <Table
        caption="Reviews"
        columns={[
          { text: "Reviewed" },
          { text: "Due" },
          { text: "What it found" },
          { text: "Next" },
          { text: "By" },
        ]}
        rows={reviews.map((review) => ({
          key: review.id,
          cells: [
            <Time key="on" day={review.reviewedDay} short />,
            <Time key="due" day={review.dueDay} short />,
            <>
              {reviewOutcomeLabels[review.outcome as ReviewOutcome]}
              <br />
              <span className="text-secondary">{review.note}</span>
            </>,
            <Time key="next" day={review.nextDay} short />,
            `${review.by}, ${review.organisation}`,
          ],
        }))}
        empty="Nobody has reviewed it yet."
        keepsCaption
      />
    </>
  );
}
