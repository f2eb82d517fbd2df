import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getReportToWrite } from "@/lib/reports/queries";
import { load } from "@/lib/request/load";
import { PublishForm } from "./publish-form";

type Props = PageProps<"/plan/reports/[id]/publish">;

export default async function PublishPage({ params }: Props) {
  const { id } = await params;
  const { report, sections } = await load((ctx) => getReportToWrite(ctx, id));
  const exempt = sections.filter(({ exemptParagraph }) => exemptParagraph !== null).length;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}
    >
      <PageTitle>Publish the report</PageTitle>
      <PublishForm
        reportId={id}
        title={report.title}
        version={`${report.version}`}
        exempt={exempt}
      />
    </Main>
  );
}
