import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getMeasure } from "@/lib/plans/measures/queries";
import { load } from "@/lib/request/load";
import { MeasureForm } from "./measure-form";

type Props = PageProps<"/plan/measures/[measureId]/edit">;

export default async function EditMeasurePage({ params }: Props) {
  const { measureId } = await params;
  const measure = await load((ctx) => getMeasure(ctx, measureId, "plan:write"));
  const { reference } = measure.action;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/measures/${measureId}`}>Back to the measure</BackLink>}
    >
      <PageTitle>{`Change a measure of action ${reference}`}</PageTitle>
      <MeasureForm
        measureId={measureId}
        reference={reference}
        now={{
          version: `${measure.version}`,
          name: measure.name,
          type: measure.type,
          unit: measure.unit,
          better: measure.better,
          baseline: `${measure.baseline ?? ""}`,
          target: `${measure.target}`,
          source: measure.source,
        }}
      />
    </Main>
  );
}
