import { CriteriaNavigation } from "@/components/benchmarks/criteria-navigation";
import { EvidenceLinks } from "@/components/benchmarks/evidence-links";
import { StandingTag } from "@/components/benchmarks/status-tag";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard, SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { listPartnersOf } from "@/lib/benchmarks/compliance/queries";
import { benchmarkDoneLabels, verdictLabels } from "@/lib/benchmarks/labels";
import { type AnswerRecord, viewCriterion, type WholeAssessment } from "@/lib/benchmarks/queries";
import { readBenchmarkAddress } from "@/lib/benchmarks/schema";
import { load } from "@/lib/request/load";
import { AnswerForm } from "./answer-form";

type Props = PageProps<"/plan/assessments/[id]/criteria/[criterion]">;

export default async function CriterionPage({ params, searchParams }: Props) {
  const { id, criterion: code } = await params;
  const { done } = readBenchmarkAddress(await searchParams);
  const { seen, owners } = await load(async (ctx) => {
    const found = await viewCriterion(ctx, id, code);
    return { seen: found, owners: await listPartnersOf(ctx, found.assessment) };
  });
  const { assessment, criterion, answer, figures, actions } = seen;
  const { mayAnswer, mayChallenge, mayPlan } = seen;
  const at = `/plan/assessments/${id}/criteria/${code}`;
  return (
    <Main
      back={
        <BackLink href={`/plan/assessments/${id}`}>
          Back to {assessment.scheme.title}, {assessment.year}
        </BackLink>
      }
      side={<CriteriaNavigation assessmentId={id} answers={assessment.answers} />}
    >
      <PageTitle>{answer.wording}</PageTitle>
      <DoneAlert done={done} labels={benchmarkDoneLabels} />
      <PageHeading caption={`${assessment.of}, ${assessment.year}`}>{answer.wording}</PageHeading>
      <p className="govuk-body">{criterion.guidance}</p>
      <p className="govuk-body">
        <strong>What would show it:</strong> {criterion.wanted}
      </p>
      <SummaryList
        rows={[
          { key: "Standing", value: <StandingTag standing={answer.standing} /> },
          ...(mayAnswer ? [] : given(assessment, answer)),
        ]}
      />
      <h2 className="govuk-heading-m">Evidence</h2>
      <EvidenceLinks evidence={answer.evidence} figures={figures} />
      {mayAnswer && (
        <p className="govuk-body">
          <Link href={`${at}/evidence`}>Link evidence, or end a link</Link>
        </p>
      )}
      <Challenges answer={answer} mayAnswer={mayAnswer} />
      {mayChallenge && (
        <LinkButton variant="secondary" href={`${at}/challenge`}>
          Say whether the level is right
        </LinkButton>
      )}
      {actions.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Actions it became</h2>
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
      {mayPlan && (
        <p className="govuk-body">
          <Link href={`${at}/action`}>Make this low level an action of the plan</Link>
        </p>
      )}
      {mayAnswer && (
        <AnswerForm
          assessmentId={id}
          criterion={code}
          levels={assessment.scheme.levels}
          owners={owners}
          values={{
            version: `${answer.version}`,
            level: `${answer.level ?? ""}`,
            answer: answer.answer ?? "",
            ownerOrganisationId: answer.ownerOrganisation?.id ?? "",
            ownerRole: answer.ownerRole ?? "",
          }}
        />
      )}
    </Main>
  );
}

const given = ({ scheme }: WholeAssessment, answer: AnswerRecord) =>
  answer.level === null
    ? []
    : [
        { key: "Level", value: scheme.levels[answer.level] },
        { key: "Answer", value: <Paragraphs text={answer.answer} /> },
        { key: "Owner", value: `${answer.ownerRole}, ${answer.ownerOrganisation?.name}` },
      ];

function Challenges({ answer, mayAnswer }: { answer: AnswerRecord; mayAnswer: boolean }) {
  if (answer.challenges.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What peers say</h2>
      {answer.challenges.map(({ id, by, verdict, note, challengedDay, reply, repliedDay }) => (
        <SummaryCard
          key={id}
          title={by}
          headingLevel={3}
          actions={
            mayAnswer && reply === null
              ? [{ href: `/plan/assessments/challenges/${id}`, text: "Answer" }]
              : []
          }
          rows={[
            { key: "View", value: verdictLabels[verdict] },
            { key: "Reasons", value: <Paragraphs text={note} /> },
            { key: "Day", value: <Time day={challengedDay} /> },
            { key: "Answer of the assessor", value: reply ?? "Not answered yet" },
            ...(repliedDay ? [{ key: "Answered", value: <Time day={repliedDay} /> }] : []),
          ]}
        />
      ))}
    </section>
  );
}
