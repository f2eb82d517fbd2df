import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Paper } from "@/components/reports/paper";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { readPublicReport } from "@/lib/reports/versions/queries";
import { readPublic } from "@/lib/request/read";

type Props = PageProps<"/pathway/reports/[slug]">;

/** A published report without what is exempt (BR-03). Anybody may read it. */
export default async function PublicReportPage({ params }: Props) {
  const { slug } = await params;
  const report = await readPublic((ctx) => readPublicReport(ctx, slug));
  if (!report) notFound();
  return (
    <Main back={<BackLink href="/pathway/reports">Back to published reports</BackLink>}>
      <PageTitle>{report.title}</PageTitle>
      <Paper blocks={report.blocks} isHeadingShown />
      <PrintButton />
    </Main>
  );
}
