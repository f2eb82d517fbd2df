import { DueDay } from "@/components/cases/due-day";
import { LinkButton } from "@/components/form/button";
import { OnwardTable } from "@/components/support/onward-table";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { reviewOutcomes } from "@/lib/cases/labels";
import type { Day } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { doneLabels, reviewKinds } from "@/lib/reviews/labels";
import { viewReviews } from "@/lib/reviews/queries";
import { doneLabels as onwardDone } from "@/lib/signposts/labels";

type Props = PageProps<"/cases/[ref]/reviews">;
type View = Awaited<ReturnType<typeof viewReviews>>;

export default async function ReviewsPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { done } = await searchParams;
  const { reviews, later, onward, reference, today } = await load((ctx) => viewReviews(ctx, ref));
  return (
    <>
      <PageTitle>{`Reviews of ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={{ ...doneLabels, ...onwardDone }} />
      <PageHeading caption={reference}>Reviews</PageHeading>
      <p className="govuk-body">
        Everybody who leaves support is looked at again after six and after twelve months, whoever
        runs the case by then.
      </p>
      {reviews.length === 0 && (
        <p className="govuk-body">No review is set. Both are set on the day support ends.</p>
      )}
      {reviews.map((review) => (
        <ReviewCard key={review.id} review={review} today={today} />
      ))}
      {reviews
        .filter(({ mayRecord }) => mayRecord)
        .map(({ id, kind }) => (
          <LinkButton key={id} href={`/cases/${reference}/reviews/${id}`}>
            Record the {reviewKinds[kind].toLowerCase()}
          </LinkButton>
        ))}
      <OnwardTable onward={onward} today={today} />
      {later.map(({ reference: other, openedAt }) => (
        <p key={other} className="govuk-body">
          A new concern opened <Link href={`/cases/${other}`}>{other}</Link> on{" "}
          <Time at={openedAt} />.
        </p>
      ))}
    </>
  );
}

function ReviewCard({ review, today }: { review: View["reviews"][number]; today: Day }) {
  const { kind, dueOn, heldOn, outcome, summary, heldByHat, opensOn } = review;
  return (
    <SummaryCard
      title={reviewKinds[kind]}
      rows={[
        {
          key: "Due",
          value: heldOn ? <Time day={dueOn} short /> : <DueDay day={dueOn} today={today} />,
        },
        ...(heldOn
          ? [
              { key: "Held", value: <Time day={heldOn} short /> },
              { key: "Found", value: outcome && reviewOutcomes[outcome] },
              { key: "Summary", value: <Paragraphs text={summary} /> },
              { key: "Recorded by", value: heldByHat?.user.name },
            ]
          : [{ key: "Can be held from", value: <Time day={opensOn} short /> }]),
      ]}
    />
  );
}
