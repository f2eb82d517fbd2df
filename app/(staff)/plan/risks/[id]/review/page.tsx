import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRisk } from "@/lib/risks/queries";
import { ReviewForm } from "./review-form";

export default async function ReviewRiskPage({ params }: PageProps<"/plan/risks/[id]/review">) {
  const { id } = await params;
  const risk = await load((ctx) => getRisk(ctx, id, "risk:review"));
  const { reference, title, version } = risk;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/risks/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Review ${reference}`}</PageTitle>
      <ReviewForm riskId={id} reference={reference} title={title} version={`${version}`} />
    </Main>
  );
}
