import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PublicPlan } from "@/components/plans/public-plan";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanToPublish } from "@/lib/plans/publication/queries";
import { readPublicationAddress } from "@/lib/plans/publication/schema";
import { load } from "@/lib/request/load";
import { PublishForm } from "./publish-form";

type Props = PageProps<"/plan/public/publish">;

export default async function PublishPage({ searchParams }: Props) {
  const { plan: planId } = readPublicationAddress(await searchParams);
  if (!planId) notFound();
  const { plan, themes, publications } = await load((ctx) => getPlanToPublish(ctx, planId));
  const { introduction = "", contact = "" } = publications[0] ?? {};
  const back = `/plan/public?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the public version</BackLink>}>
      <PageTitle>Preview and publish</PageTitle>
      <PublishForm
        planId={planId}
        title={plan.title}
        introduction={introduction}
        contact={contact}
      />
      <h2 className="govuk-heading-l">Preview</h2>
      <PublicPlan
        {...plan}
        themes={themes}
        introduction={introduction || "The introduction that you write above stands here."}
        contact={contact || "Where to ask, as you write it above, stands here."}
      />
    </Main>
  );
}
