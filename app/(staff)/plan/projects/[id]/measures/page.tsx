import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProject } from "@/lib/projects/queries";
import { load } from "@/lib/request/load";
import { MeasureForm } from "./measure-form";

type Props = PageProps<"/plan/projects/[id]/measures">;

export default async function AddMeasurePage({ params }: Props) {
  const { id } = await params;
  const project = await load((ctx) => getProject(ctx, id, "project:write"));
  const { reference, title } = project;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Add a measure to ${reference}`}</PageTitle>
      <MeasureForm projectId={id} reference={reference} title={title} />
    </Main>
  );
}
