import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getEdition } from "@/lib/profile/queries";
import { load } from "@/lib/request/load";
import { BriefingForm } from "./briefing-form";

export default async function LogBriefingPage({
  params,
}: PageProps<"/plan/profile/[id]/briefing">) {
  const { id } = await params;
  const edition = await load((ctx) => getEdition(ctx, id, "profile:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/profile/${id}`}>Back to {edition.reference}</BackLink>}
    >
      <PageTitle>{`Briefing on ${edition.reference}`}</PageTitle>
      <BriefingForm editionId={id} reference={edition.reference} />
    </Main>
  );
}
