import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanToConsult } from "@/lib/plans/consultation/queries";
import { readConsultationAddress } from "@/lib/plans/consultation/schema";
import { load } from "@/lib/request/load";
import { OpenRoundForm } from "./open-round-form";

type Props = PageProps<"/plan/consultation/new">;

export default async function OpenRoundPage({ searchParams }: Props) {
  const { plan: planId } = readConsultationAddress(await searchParams);
  if (!planId) notFound();
  const { plan, organisations } = await load((ctx) => getPlanToConsult(ctx, planId));
  const back = `/plan/consultation?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the consultation</BackLink>}>
      <PageTitle>Put the draft out for consultation</PageTitle>
      <OpenRoundForm planId={planId} title={plan.title} organisations={organisations} />
    </Main>
  );
}
