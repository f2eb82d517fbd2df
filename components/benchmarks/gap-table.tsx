import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type GapOutcome, gapOutcomes } from "@/lib/benchmarks/labels";

type Review = {
  id: string;
  organisation: string;
  outcome: GapOutcome | null;
  reasons: string | null;
  planned: string | null;
  plannedDay: string | null;
  answeredDay: string | null;
  dueDay: string;
  isOverdue: boolean;
  mayAnswer: boolean;
};

type Props = { reviews: readonly Review[]; today: string };

/** What each authority made of a change of guidance. */
export const GapTable = ({ reviews, today }: Props) => (
  <Table
    caption="What it means for each authority"
    columns={[
      { text: "Authority" },
      { text: "Answer" },
      { text: "Reasons" },
      { text: "What closes the gap" },
      { text: "Due or answered" },
    ]}
    rows={reviews.map((review) => ({
      key: review.id,
      cells: [
        review.organisation,
        review.outcome ? gapOutcomes[review.outcome] : <Answer key="answer" {...review} />,
        review.reasons ?? "None yet",
        review.planned && review.plannedDay ? (
          <>
            {review.planned}, by <Time day={review.plannedDay} short />
          </>
        ) : review.outcome ? (
          "Nothing to close"
        ) : (
          "None yet"
        ),
        review.answeredDay ? (
          <Time key="day" day={review.answeredDay} short />
        ) : (
          <Due key="due" day={review.dueDay} today={today} isOverdue={review.isOverdue} />
        ),
      ],
    }))}
    empty="There is no authority here whose answer you may see."
  />
);

const Answer = ({ id, organisation, mayAnswer }: Review) =>
  mayAnswer ? (
    <Link href={`/plan/assessments/guidance/reviews/${id}`}>
      Answer<span className="govuk-visually-hidden"> for {organisation}</span>
    </Link>
  ) : (
    <>Waits for an answer</>
  );
