import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AreaChoice } from "@/components/plans/area-choice";
import { MeasureTable, StandingTag } from "@/components/plans/measure-table";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { listMeasures } from "@/lib/plans/measures/queries";
import { type Standing, standingLabels } from "@/lib/plans/parts/labels";
import { countsAsPrevent } from "@/lib/plans/rules";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/measures">;
const standings = Object.keys(standingLabels) as Standing[];

export default async function MeasuresPage({ searchParams }: Props) {
  const { plan: planId, area } = readPlanAddress(await searchParams);
  const { plan, measures, counts } = await load((ctx) => listMeasures(ctx, planId, area));
  const linked = measures.filter((measure) => !countsAsPrevent(measure));
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>Measures of the plan</PageTitle>
      <PageHeading caption={plan.title}>Measures</PageHeading>
      <PlanNavigation planId={plan.id} />
      <AreaChoice path="/plan/measures" planId={plan.id} areas={plan.areas} chosen={area} />
      <Table
        caption="Prevent measures"
        columns={[{ text: "How it stands" }, { text: "Measures", numeric: true }]}
        rows={standings.map((standing) => ({
          key: standing,
          cells: [
            <StandingTag key="standing" standing={standing} />,
            counts[standing].toLocaleString("en-GB"),
          ],
        }))}
      />
      <MeasureTable
        caption="Each Prevent measure"
        measures={measures.filter(countsAsPrevent)}
        empty="No Prevent action has a measure yet. Measures are added on the page of an action."
      />
      {linked.length > 0 && (
        <>
          <p className="govuk-body">
            What follows is of work that is linked to Prevent and is not Prevent. It is not counted
            above.
          </p>
          <MeasureTable caption="Measures of linked work" measures={linked} empty="" />
        </>
      )}
    </Main>
  );
}
