import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { FigureTables } from "@/components/plans/figure-tables";
import { StandingTag } from "@/components/plans/measure-table";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { doneLabels, workstreamLabels } from "@/lib/plans/labels";
import { getMeasure } from "@/lib/plans/measures/queries";
import { betterLabels, measureTypeLabels } from "@/lib/plans/parts/labels";
import { figure } from "@/lib/plans/parts/rules";
import { countsAsPrevent } from "@/lib/plans/rules";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/measures/[measureId]">;

export default async function MeasurePage({ params, searchParams }: Props) {
  const { measureId } = await params;
  const { done } = await searchParams;
  const { action, ...measure } = await load((ctx) => getMeasure(ctx, measureId));
  const { actionId, reference } = action;
  const here = `/plan/measures/${measureId}`;
  return (
    <Main back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}>
      <PageTitle>{`A measure of action ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={`Action ${reference}, ${action.text}`}>{measure.name}</PageHeading>
      <PlanNavigation planId={action.plan.id} />
      <div className="govuk-button-group">
        {action.mayUpdate && <LinkButton href={`${here}/actual`}>Record a figure</LinkButton>}
        {action.mayEdit && (
          <LinkButton variant="secondary" href={`${here}/edit`}>
            Change the measure
          </LinkButton>
        )}
      </div>
      <SummaryList
        rows={[
          { key: "How it stands", value: <StandingTag standing={measure.standing} /> },
          { key: "Type", value: measureTypeLabels[measure.type] },
          { key: "Which way is better", value: betterLabels[measure.better] },
          {
            key: "Baseline",
            value: measure.baseline === null ? "None" : figure(measure.baseline, measure.unit),
          },
          { key: "Target", value: figure(measure.target, measure.unit) },
          { key: "Source", value: measure.source },
          {
            key: "Counted as Prevent",
            value: countsAsPrevent(action)
              ? "Yes"
              : `No: its action is of a linked workstream, ${workstreamLabels[action.workstream]}`,
          },
        ]}
      />
      <FigureTables measure={measure} areas={action.plan.areas} />
    </Main>
  );
}
