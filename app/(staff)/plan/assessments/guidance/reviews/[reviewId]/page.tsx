import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getOpenGapReview } from "@/lib/benchmarks/guidance/queries";
import { load } from "@/lib/request/load";
import { GapForm } from "./gap-form";

type Props = PageProps<"/plan/assessments/guidance/reviews/[reviewId]">;

export default async function GapReviewPage({ params }: Props) {
  const { reviewId } = await params;
  const { guidance, organisation } = await load((ctx) => getOpenGapReview(ctx, reviewId));
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href={`/plan/assessments/guidance/${guidance.id}`}>
          Back to {guidance.title}
        </BackLink>
      }
    >
      <PageTitle>{`What a change means for ${organisation}`}</PageTitle>
      <GapForm
        reviewId={reviewId}
        guidanceId={guidance.id}
        title={`${guidance.title}, ${guidance.versionLabel}`}
        organisation={organisation}
        summary={guidance.summary}
      />
    </Main>
  );
}
