import { SelectField } from "@/components/form/select-field";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Details } from "@/components/ui/text";
import { formatDay } from "@/lib/dates";
import { suppressionNote } from "@/lib/insight/labels";
import { viewInsight } from "@/lib/insight/queries";
import { load } from "@/lib/request/load";
import { requireSession } from "@/lib/request/session";
import { Breakdowns } from "./breakdowns";
import { ConsentFigures } from "./consent-figures";
import { DueNow, SoFar } from "./now";
import { PipelineFigures } from "./pipeline-figures";
import { PlanFigures } from "./plan-figures";
import { TimelinessFigures } from "./timeliness-figures";

const here = "/insight";

export default async function InsightPage({ searchParams }: PageProps<"/insight">) {
  const { period: asked } = await searchParams;
  const code = typeof asked === "string" ? asked : undefined;
  const insight = await load((ctx) => viewInsight(ctx, code));
  const { areaName } = await requireSession();
  const { period, figures, choices, today } = insight;
  const asOf = `Counted on ${formatDay(today)}`;
  return (
    <Main>
      <PageTitle>{period ? `Insight: ${period.label}` : "Insight"}</PageTitle>
      <PageHeading caption={`Insight: ${areaName}`}>
        {period ? period.label : "Nothing has been published yet"}
      </PageHeading>
      {period && (
        <form method="get" action={here} className="app-no-print">
          <SelectField
            name="period"
            label="Period"
            prompt={null}
            defaultValue={period.code}
            options={choices.map((choice) => ({ value: choice.code, label: choice.label }))}
          />
          <button type="submit" className="govuk-button govuk-button--secondary">
            Show period
          </button>
        </form>
      )}
      {period && (
        <ul className="govuk-list app-no-print">
          <li>
            <Link href={`${here}/download?period=${period.code}`}>Download the figures (CSV)</Link>
          </li>
          <li>
            <Link href={`${here}/download?period=${period.code}&about=yes`}>
              Download what the figures mean (CSV)
            </Link>
          </li>
        </ul>
      )}
      <Details summary="How small counts are protected">
        <p className="govuk-body">{suppressionNote}</p>
      </Details>
      <div className="grid gap-x-8 desktop:grid-cols-2">
        <SoFar {...insight.soFar} />
        <DueNow due={insight.due} asOf={asOf} />
      </div>
      {figures && period && (
        <>
          <PipelineFigures figures={figures} period={period} />
          <TimelinessFigures timeliness={figures.timeliness} period={period} />
          <ConsentFigures consent={figures.consent} period={period} />
          <Breakdowns figures={figures} period={period} />
        </>
      )}
      <PlanFigures plan={insight.plan} asOf={asOf} />
    </Main>
  );
}
