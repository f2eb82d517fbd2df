import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { readReportAddress } from "@/lib/reports/schema";
import { viewVersion } from "@/lib/reports/versions/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/reports/[id]/slides">;

export default async function SlidesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { part = "public", from } = readReportAddress(await searchParams);
  const seen = await load((ctx) => viewVersion(ctx, id, { part, number: from }));
  return (
    <Main back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}>
      <PageTitle>{`Slides: ${seen.content.title}`}</PageTitle>
      <PageHeading caption={`Version ${seen.number}, outline for slides`}>
        {seen.content.title}
      </PageHeading>
      <p className="govuk-body app-no-print">
        <Link href={`/plan/reports/${id}/file?as=slides&part=${seen.part}&number=${seen.number}`}>
          Take the outline away as DOCX
        </Link>
      </p>
      <ol className="govuk-list govuk-list--spaced">
        {seen.slides.map(({ heading, lines }, index) => (
          <li key={heading}>
            <h2 className="govuk-heading-m">
              {index + 1}. {heading}
            </h2>
            <ul className="govuk-list govuk-list--bullet">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Main>
  );
}
