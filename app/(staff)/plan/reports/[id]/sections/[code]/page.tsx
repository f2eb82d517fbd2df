import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { sectionLabels } from "@/lib/reports/labels";
import { getSection } from "@/lib/reports/queries";
import { readSection } from "@/lib/reports/schema";
import { load } from "@/lib/request/load";
import { SectionForm } from "./section-form";

type Props = PageProps<"/plan/reports/[id]/sections/[code]">;

export default async function SectionPage({ params }: Props) {
  const { id, code } = await params;
  const { report, section } = await load((ctx) => getSection(ctx, id, readSection(code)));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}
    >
      <PageTitle>{`${sectionLabels[section.code]}: ${report.reference}`}</PageTitle>
      <SectionForm
        reportId={id}
        code={section.code}
        reference={report.reference}
        caseworkOf={report.caseworkOf}
        wasSent={report.status === "in_approval"}
        values={{
          body: section.body,
          ...(section.isNone && { isNone: "yes" }),
          exemptParagraph: section.exemptParagraph ? `${section.exemptParagraph}` : "",
          version: `${section.version}`,
        }}
      />
    </Main>
  );
}
