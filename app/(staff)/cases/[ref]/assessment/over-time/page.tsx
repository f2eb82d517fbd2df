import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  assessmentPurposes,
  assessmentStatuses,
  confidences,
  factorAnswers,
} from "@/lib/assessments/labels";
import { viewOverTime } from "@/lib/assessments/queries";
import { load } from "@/lib/request/load";

export default async function OverTimePage({
  params,
}: PageProps<"/cases/[ref]/assessment/over-time">) {
  const { ref } = await params;
  const { versions, questions, sections } = await load((ctx) => viewOverTime(ctx, ref));
  return (
    <>
      <PageTitle>{`Assessment of case ${ref} over time`}</PageTitle>
      <BackLink href={`/cases/${ref}/assessment`}>Back to the assessment</BackLink>
      <PageHeading caption={ref}>Assessment over time</PageHeading>
      <p className="govuk-body">
        What was said in each version, in words. Nothing is added up, and nobody is given a score.
      </p>
      <Table
        caption="Versions"
        columns={[{ text: "Version" }, { text: "Why" }, { text: "Started" }, { text: "Progress" }]}
        rows={versions.map(({ number, purpose, status, startedOn }) => ({
          key: `${number}`,
          cells: [
            <VersionNumber key="version" number={number} />,
            assessmentPurposes[purpose],
            <Time key="started" day={startedOn} short />,
            assessmentStatuses[status],
          ],
        }))}
        empty="This case has not been assessed yet."
      />
      {sections.map(({ code, name, words }) => (
        <Table
          key={code}
          caption={`Judgement: ${name}`}
          isWide
          columns={[
            { text: "Version" },
            { text: "Judgement" },
            { text: "How sure the author is" },
            { text: "What is not known" },
          ]}
          rows={words.map(({ number, judgement, confidence, gaps }) => ({
            key: `${number}`,
            cells: [
              <VersionNumber key="version" number={number} />,
              <Paragraphs key="judgement" text={judgement} />,
              confidence ? confidences[confidence] : "Not said",
              <Paragraphs key="gaps" text={gaps ?? null} />,
            ],
          }))}
          empty={`No judgement of ${name} has been written yet.`}
        />
      ))}
      {questions.length > 0 && (
        <Table
          caption="Questions"
          isWide
          columns={[{ text: "Question" }, { text: "Answers" }, { text: "What moved" }]}
          rows={questions.map(({ code, name, said, moved }) => ({
            key: code,
            cells: [
              name,
              <Lines
                key="said"
                lines={said.map(({ number, answer }) => [
                  number,
                  answer ? factorAnswers[answer] : "Not looked at",
                ])}
              />,
              moved.length > 0 ? (
                <Lines key="moved" lines={moved.map(({ number, words }) => [number, words])} />
              ) : (
                "Asked in one version"
              ),
            ],
          }))}
        />
      )}
    </>
  );
}

const Lines = ({ lines }: { lines: [number, string][] }) => (
  <ul className="govuk-list">
    {lines.map(([number, words]) => (
      <li key={number}>{`Version ${number}: ${words}`}</li>
    ))}
  </ul>
);

const VersionNumber = ({ number }: { number: number }) => (
  <span className="whitespace-nowrap">Version {number}</span>
);
