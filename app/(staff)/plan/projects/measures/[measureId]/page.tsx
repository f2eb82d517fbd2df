import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProjectMeasure } from "@/lib/projects/measures/queries";
import { load } from "@/lib/request/load";
import { ReachedForm } from "./reached-form";

type Props = PageProps<"/plan/projects/measures/[measureId]">;

export default async function ReachedPage({ params }: Props) {
  const { measureId } = await params;
  const measure = await load((ctx) => getProjectMeasure(ctx, measureId));
  const { project, name, unit, target, version } = measure;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/${project.id}`}>Back to {project.reference}</BackLink>}
    >
      <PageTitle>{`Record what was reached: ${name}`}</PageTitle>
      <ReachedForm
        measureId={measureId}
        projectId={project.id}
        reference={project.reference}
        name={name}
        unit={unit}
        target={target}
        version={`${version}`}
      />
    </Main>
  );
}
