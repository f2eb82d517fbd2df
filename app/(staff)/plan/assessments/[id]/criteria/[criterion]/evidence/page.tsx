import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { listLiveEvidence } from "@/lib/benchmarks/evidence/queries";
import { evidenceKinds } from "@/lib/benchmarks/labels";
import { getCriterion } from "@/lib/benchmarks/queries";
import { formatDayShort } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { EndForm, LinkForm, NameForm } from "./evidence-forms";

type Props = PageProps<"/plan/assessments/[id]/criteria/[criterion]/evidence">;

export default async function EvidencePage({ params }: Props) {
  const { id, criterion } = await params;
  const { found, live } = await load(async (ctx) => ({
    found: await getCriterion(ctx, id, criterion, "write"),
    live: await listLiveEvidence(ctx),
  }));
  const { answer } = found;
  const at = `/plan/assessments/${id}/criteria/${criterion}`;
  const choices = live.map(({ kind, id: key, title, datedDay }) => ({
    value: `${kind}:${key}`,
    label: `${evidenceKinds[kind]}: ${title.slice(0, 90)}, ${formatDayShort(datedDay)}`,
  }));
  return (
    <Main width="two-thirds" back={<BackLink href={at}>Back to the criterion</BackLink>}>
      <PageTitle>{`Evidence: ${answer.wording}`}</PageTitle>
      <PageHeading caption={answer.wording}>Evidence</PageHeading>
      {answer.evidence.length > 0 && <h2 className="govuk-heading-m">What is linked now</h2>}
      {answer.evidence.map(({ id: evidenceId, title, place }) => (
        <EndForm
          key={evidenceId}
          assessmentId={id}
          evidenceId={evidenceId}
          title={`${title}, ${place}`}
        />
      ))}
      {choices.length > 0 && <LinkForm assessmentId={id} criterion={criterion} choices={choices} />}
      <NameForm assessmentId={id} criterion={criterion} />
    </Main>
  );
}
