import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PublicPlan } from "@/components/plans/public-plan";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Time } from "@/components/ui/time";
import { findPublicPlan } from "@/lib/plans/publication/queries";
import { loadPublic } from "@/lib/request/load-public";

export default async function PublicPlanPage({ params }: PageProps<"/pathway/plan/[slug]">) {
  const { slug } = await params;
  const plan = await loadPublic((ctx) => findPublicPlan(ctx, slug));
  if (!plan) notFound();
  return (
    <Main width="two-thirds" back={<BackLink href="/pathway/plan">Back to all plans</BackLink>}>
      <PageTitle>{plan.title}</PageTitle>
      <PageHeading caption="Prevent partnership plan">{plan.title}</PageHeading>
      <PublicPlan {...plan} />
      <p className="govuk-body-s">
        Published on <Time day={plan.publishedDay} />.
      </p>
    </Main>
  );
}
