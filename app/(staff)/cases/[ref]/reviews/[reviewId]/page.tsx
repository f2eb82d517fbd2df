import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { reviewKinds } from "@/lib/reviews/labels";
import { getReviewToRecord } from "@/lib/reviews/queries";
import { ReviewForm } from "./review-form";

type Props = PageProps<"/cases/[ref]/reviews/[reviewId]">;

export default async function ReviewPage({ params }: Props) {
  const { reviewId } = await params;
  const { kind, case: caseRecord } = await load((ctx) => getReviewToRecord(ctx, reviewId));
  const { reference } = caseRecord;
  return (
    <>
      <PageTitle>{`${reviewKinds[kind]} of ${reference}`}</PageTitle>
      <ReviewForm reviewId={reviewId} reference={reference} title={reviewKinds[kind]} />
    </>
  );
}
