import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Paper } from "@/components/reports/paper";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { partLabels } from "@/lib/reports/labels";
import { readReportAddress } from "@/lib/reports/schema";
import { viewVersion } from "@/lib/reports/versions/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/reports/[id]/versions/[number]">;

export default async function VersionPage({ params, searchParams }: Props) {
  const { id, number } = await params;
  const { part } = readReportAddress(await searchParams);
  const seen = await load((ctx) => viewVersion(ctx, id, { number: Number(number) || 0, part }));
  const file = `/plan/reports/${id}/file?part=${seen.part}&number=${seen.number}`;
  return (
    <Main back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}>
      <PageTitle>{`${seen.content.title}, version ${seen.number}`}</PageTitle>
      <p className="govuk-body-s">{seen.marking}</p>
      <PageHeading caption={`Version ${seen.number}: ${partLabels[seen.part].toLowerCase()}`}>
        {seen.content.title}
      </PageHeading>
      <p className="govuk-body app-no-print">
        Take it away as <Link href={`${file}&as=pdf`}>PDF</Link> or{" "}
        <Link href={`${file}&as=docx`}>DOCX</Link>
      </p>
      <PrintButton />
      <Paper blocks={seen.blocks} />
    </Main>
  );
}
