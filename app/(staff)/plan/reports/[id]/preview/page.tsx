import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Paper } from "@/components/reports/paper";
import { Alert } from "@/components/ui/alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { figureLabels } from "@/lib/reports/labels";
import { previewReport } from "@/lib/reports/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/reports/[id]/preview">;

export default async function PreviewPage({ params }: Props) {
  const { id } = await params;
  const { report, marking, blocks, missing, unanswered } = await load((ctx) =>
    previewReport(ctx, id),
  );
  return (
    <Main back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}>
      <PageTitle>{`Preview: ${report.title}`}</PageTitle>
      <p className="govuk-body-s">{marking}</p>
      <PageHeading caption="Preview with today’s figures">{report.title}</PageHeading>
      {unanswered.length + missing.length > 0 && (
        <Alert variant="warning" title="Before it can be sent">
          <ul className="govuk-list govuk-list--bullet">
            {unanswered.map((name) => (
              <li key={name}>{name}: write a text, or tick that there is none</li>
            ))}
            {missing.map((code) => (
              <li key={code}>There is no figure for “{figureLabels[code]}” yet</li>
            ))}
          </ul>
        </Alert>
      )}
      <Paper blocks={blocks} />
    </Main>
  );
}
