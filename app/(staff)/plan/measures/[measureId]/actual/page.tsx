import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getMeasure } from "@/lib/plans/measures/queries";
import { figure, quartersOf, quarterWords } from "@/lib/plans/parts/rules";
import { load } from "@/lib/request/load";
import { ActualForm } from "./actual-form";

type Props = PageProps<"/plan/measures/[measureId]/actual">;

export default async function ActualPage({ params }: Props) {
  const { measureId } = await params;
  const { action, ...measure } = await load((ctx) => getMeasure(ctx, measureId, "plan:update"));
  const { plan, reference, today } = action;
  const seen = measure.entries.reduce((most, { number }) => Math.max(most, number), 0);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/measures/${measureId}`}>Back to the measure</BackLink>}
    >
      <PageTitle>{`Record a figure for action ${reference}`}</PageTitle>
      <ActualForm
        measureId={measureId}
        reference={reference}
        version={`${seen}`}
        name={measure.name}
        unit={measure.unit}
        target={figure(measure.target, measure.unit)}
        quarters={quartersOf(plan, today).map((day) => ({ value: day, label: quarterWords(day) }))}
        areas={plan.areas}
      />
    </Main>
  );
}
