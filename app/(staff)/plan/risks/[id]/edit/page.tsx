import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRiskToEdit } from "@/lib/risks/queries";
import { EditRiskForm } from "./edit-risk-form";

export default async function EditRiskPage({ params }: PageProps<"/plan/risks/[id]/edit">) {
  const { id } = await params;
  const { risk, organisations } = await load((ctx) => getRiskToEdit(ctx, id));
  const { title, description, ideology, strand, workstream, sourceType, evidence } = risk;
  const { communityEvidence, proportionality, controls, ownerRole } = risk;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/risks/${id}`}>Back to {risk.reference}</BackLink>}
    >
      <PageTitle>{`Change ${risk.reference}`}</PageTitle>
      <EditRiskForm
        riskId={id}
        reference={risk.reference}
        finding={risk.finding}
        organisations={organisations}
        values={{
          ...{ description, ideology, strand, workstream, sourceType, evidence },
          ...{ proportionality, ownerRole, communityEvidence: communityEvidence ?? "" },
          ...(risk.finding === "risk" && { title, controls: controls ?? "" }),
          mentionsCommunity: risk.mentionsCommunity ? "yes" : "no",
          ownerOrganisationId: risk.owner.id,
          version: `${risk.version}`,
        }}
      />
    </Main>
  );
}
