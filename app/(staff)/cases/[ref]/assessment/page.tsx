import { DoneAlert } from "@/components/cases/done-alert";
import { LinkButton } from "@/components/form/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewAssessment } from "@/lib/assessments/queries";
import { load } from "@/lib/request/load";
import { AssessmentFacts, Coverage, Versions } from "./assessment-facts";
import { Blocks, Sections } from "./assessment-words";
import { ChangedSince, HealthNeeds } from "./changed-since";
import { CountersignForm } from "./countersign-form";
import { Questions } from "./questions";

export default async function AssessmentPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/assessment">) {
  const [{ ref }, query] = [await params, await searchParams];
  const number = query.version === undefined ? undefined : Number(query.version);
  const seen = await load((ctx) => viewAssessment(ctx, ref, number));
  const { current, mayEdit, mayStart, mayCountersign } = seen;
  const here = `/cases/${ref}/assessment`;
  return (
    <>
      <PageTitle>{`Assessment of case ${ref}`}</PageTitle>
      <DoneAlert done={query.done} />
      <PageHeading caption={ref}>Assessment</PageHeading>
      {!current && (
        <p className="govuk-body">
          This case has not been assessed yet. An assessment is made in words that rest on
          information on the case. It adds nothing up, and gives nobody a score.
        </p>
      )}
      {mayStart && (
        <LinkButton href={`${here}/start`}>
          {current ? "Start a new version" : "Start an assessment"}
        </LinkButton>
      )}
      {current && (
        <>
          <AssessmentFacts assessment={current} />
          <Coverage coverage={seen.coverage} />
          <HealthNeeds
            needs={seen.healthNeeds}
            askHref={seen.mayAsk ? `/cases/${ref}/requests/ask` : null}
          />
          <ChangedSince seen={seen} here={here} />
          <Questions seen={seen} here={here} />
          <Sections assessment={current} before={seen.before} mayEdit={mayEdit} here={here} />
          <Blocks assessment={current} before={seen.before} mayEdit={mayEdit} here={here} />
          {mayEdit && <LinkButton href={`${here}/finish`}>Complete the assessment</LinkButton>}
          {mayCountersign && <CountersignForm assessmentId={current.id} />}
          <Versions versions={seen.versions} shown={current.number} here={here} />
        </>
      )}
    </>
  );
}
