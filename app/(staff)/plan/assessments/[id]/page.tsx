import { CriteriaNavigation } from "@/components/benchmarks/criteria-navigation";
import { AssessmentTag, StandingTag } from "@/components/benchmarks/status-tag";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { benchmarkDoneLabels } from "@/lib/benchmarks/labels";
import { viewAssessment } from "@/lib/benchmarks/queries";
import { readBenchmarkAddress } from "@/lib/benchmarks/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/assessments/[id]">;

export default async function AssessmentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readBenchmarkAddress(await searchParams);
  const seen = await load((ctx) => viewAssessment(ctx, id));
  const { assessment, actions, facts, joint, mayAnswer, mayRecordReceipt } = seen;
  const { scheme, answers } = assessment;
  const at = `/plan/assessments/${id}`;
  const isReady = answers.every(({ standing }) => standing === "done");
  return (
    <Main
      back={<BackTo isOfAuthority={assessment.organisationId !== null} />}
      side={<CriteriaNavigation assessmentId={id} answers={answers} />}
    >
      <PageTitle>{`${scheme.title}, ${assessment.year}`}</PageTitle>
      <DoneAlert done={done} labels={benchmarkDoneLabels} />
      <PageHeading caption={`${assessment.of}, ${assessment.year}`}>{scheme.title}</PageHeading>
      {assessment.isHistoric ? (
        <InsetText>{scheme.about}</InsetText>
      ) : (
        <p className="govuk-body">{scheme.about}</p>
      )}
      <div className="govuk-button-group app-no-print">
        {mayAnswer && isReady && <LinkButton href={`${at}/submit`}>Submit it</LinkButton>}
        {mayRecordReceipt && <LinkButton href={`${at}/receipt`}>Record the receipt</LinkButton>}
        <LinkButton variant="secondary" href={`${at}/export`}>
          Download as a spreadsheet
        </LinkButton>
      </div>
      {mayAnswer && !isReady && (
        <p className="govuk-body">
          It can be submitted when every criterion is answered, every level of 3 or more has
          evidence, and every challenge has its answer.
        </p>
      )}
      <SummaryList
        rows={[
          { key: "Status", value: <AssessmentTag status={assessment.status} /> },
          ...(scheme.joint === "mean"
            ? [{ key: "Joint score", value: joint ?? "When every criterion has a level" }]
            : []),
          ...(assessment.submittedDay
            ? [
                { key: "Submitted", value: <Time day={assessment.submittedDay} /> },
                { key: "Statement", value: assessment.statement },
                {
                  key: "Uploaded",
                  value: assessment.uploadedDay ? (
                    <Time day={assessment.uploadedDay} />
                  ) : (
                    "No receipt has been recorded yet"
                  ),
                },
              ]
            : []),
          ...(assessment.receiptReference
            ? [{ key: "Receipt", value: assessment.receiptReference }]
            : []),
        ]}
      />
      {facts.length > 0 && (
        <Table
          caption={
            assessment.submittedDay ? "Facts of the year, as submitted" : "Facts of the year"
          }
          columns={[{ text: "Fact" }, { text: "Figure" }]}
          rows={facts.map(({ label, text }) => ({ key: label, cells: [label, text] }))}
        />
      )}
      <Table
        caption="Criteria"
        columns={[
          { text: "Criterion" },
          { text: "Level" },
          { text: "Owner" },
          { text: "Evidence", numeric: true },
          { text: "Standing" },
        ]}
        rows={answers.map((answer) => ({
          key: answer.criterion,
          cells: [
            <Link key="title" href={`${at}/criteria/${answer.criterion}`}>
              {answer.wording}
            </Link>,
            answer.level === null ? "Not yet" : scheme.levels[answer.level],
            answer.ownerOrganisation
              ? `${answer.ownerRole}, ${answer.ownerOrganisation.name}`
              : "Nobody yet",
            answer.evidence.length,
            <StandingTag key="standing" standing={answer.standing} />,
          ],
        }))}
      />
      {actions.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Actions that low levels became</h2>
          <ul className="govuk-list govuk-list--bullet">
            {actions.map(({ actionId, reference, text }) => (
              <li key={actionId}>
                <Link href={`/plan/actions/${actionId}`}>
                  {reference}: {text}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <PrintButton />
    </Main>
  );
}

const BackTo = ({ isOfAuthority }: { isOfAuthority: boolean }) =>
  isOfAuthority ? (
    <BackLink href="/plan/assessments/compliance">Back to each authority</BackLink>
  ) : (
    <BackLink href="/plan/assessments">Back to self-assessment</BackLink>
  );
