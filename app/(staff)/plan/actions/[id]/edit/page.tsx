import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanActionToEdit } from "@/lib/plans/actions/queries";
import { objectivesIn } from "@/lib/plans/labels";
import { load } from "@/lib/request/load";
import { EditForm } from "./edit-form";

type Props = PageProps<"/plan/actions/[id]/edit">;

export default async function EditActionPage({ params }: Props) {
  const { id } = await params;
  const { action, organisations } = await load((ctx) => getPlanActionToEdit(ctx, id));
  const { actionId, reference, plan } = action;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`Change action ${reference}`}</PageTitle>
      <EditForm
        actionId={actionId}
        reference={reference}
        themes={plan.themes}
        objectives={objectivesIn[plan.objectiveScheme]}
        organisations={organisations}
        areas={plan.areas}
        now={{
          version: `${action.detailsVersion}`,
          reference,
          text: action.text,
          themeId: action.themeId,
          objective: action.objective,
          workstream: action.workstream,
          proportionality: action.proportionality,
          cohesionImpact: action.cohesionImpact ?? "",
          benchmarks: action.benchmarks,
          forAreas: action.forAreas,
          ...(action.evidenceBasis && { evidenceBasis: action.evidenceBasis }),
          ownerOrganisationId: action.ownerOrganisationId,
          ownerRole: action.ownerRole,
          contributorIds: action.contributors.map((one) => one.id),
          startDay: action.startDay,
          priority: action.priority,
        }}
      />
    </Main>
  );
}
