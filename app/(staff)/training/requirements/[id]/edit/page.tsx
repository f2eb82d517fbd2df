import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRequirementToEdit } from "@/lib/training/queries";
import { EditRequirementForm } from "./edit-requirement-form";

type Props = PageProps<"/training/requirements/[id]/edit">;

export default async function EditRequirementPage({ params }: Props) {
  const { id } = await params;
  const { requirement, actions } = await load((ctx) => getRequirementToEdit(ctx, id));
  const { roleGroup, course, target, actionId, endedOn, version } = requirement;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/training/requirements/${id}`}>Back to the requirement</BackLink>}
    >
      <PageTitle>{`Change a requirement: ${course.name}`}</PageTitle>
      <EditRequirementForm
        requirementId={id}
        name={`${roleGroup.name}: ${course.name}`}
        actions={actions}
        values={{
          target: target === null ? "" : `${target}`,
          actionId: actionId ?? "",
          isNeeded: endedOn ? "no" : "yes",
          version: `${version}`,
        }}
      />
    </Main>
  );
}
