import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { roleLabels } from "@/lib/access/labels";
import { getContributorsToAsk } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";
import { ContributorForm } from "./contributor-form";

type Props = PageProps<"/plan/consultations/[id]/contributors">;

export default async function ContributorsPage({ params }: Props) {
  const { id } = await params;
  const { consultation, hats } = await load((ctx) => getContributorsToAsk(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/consultations/${id}`}>Back to the consultation</BackLink>}
    >
      <PageTitle>Ask somebody to contribute</PageTitle>
      <ContributorForm
        consultationId={id}
        title={consultation.title}
        hats={hats.map(({ id: value, name, role, organisation }) => ({
          value,
          label: `${name}, ${roleLabels[role as keyof typeof roleLabels]}, ${organisation}`,
        }))}
      />
    </Main>
  );
}
