import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { load } from "@/lib/request/load";
import { doneLabels } from "@/lib/support/labels";
import { getNeedsToChange } from "@/lib/support/needs/queries";
import { EndNeedForm, NeedForm } from "./need-forms";

type Props = PageProps<"/cases/[ref]/support/needs">;

export default async function NeedsPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { done } = await searchParams;
  const { caseId, reference, next, needs } = await load((ctx) => getNeedsToChange(ctx, ref));
  return (
    <>
      <PageTitle>{`Needs in the plan of ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={`${reference}, version ${next}`}>Needs and objectives</PageHeading>
      <p className="govuk-body">
        Earlier versions of the plan keep the needs they had. Each action of the plan serves one of
        these objectives.
      </p>
      {needs.map((need) => (
        <SummaryCard
          key={need.id}
          title={need.need}
          rows={[
            { key: "Objective", value: need.objective },
            { key: "It is reached when", value: need.measure },
          ]}
        >
          {need.endedIn === null && (
            <div className="mt-4">
              <EndNeedForm needId={need.id} version={String(need.version)} />
            </div>
          )}
        </SummaryCard>
      ))}
      <NeedForm caseId={caseId} reference={reference} />
    </>
  );
}
