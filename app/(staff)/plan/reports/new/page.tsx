import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getReportSources } from "@/lib/reports/queries";
import { load } from "@/lib/request/load";
import { NewReportForm } from "./new-report-form";

export default async function NewReportPage() {
  const { snapshots, bodies } = await load(getReportSources);
  return (
    <Main width="two-thirds" back={<BackLink href="/plan/reports">Back to reports</BackLink>}>
      <PageTitle>Start a report</PageTitle>
      <NewReportForm
        sources={snapshots.map(({ id, label }) => ({ value: id, label }))}
        boards={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Main>
  );
}
