import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Time } from "@/components/ui/time";
import { readPublicReports } from "@/lib/reports/versions/queries";
import { readPublic } from "@/lib/request/read";

export default async function PublicReportsPage() {
  const reports = await readPublic(readPublicReports);
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href="/pathway">Back to what happens when somebody shares a concern</BackLink>
      }
    >
      <PageTitle>Published reports</PageTitle>
      <PageHeading>Published reports</PageHeading>
      {reports.length === 0 ? (
        <p className="govuk-body">No report has been published yet.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {reports.map(({ slug, title, board, publishedDay }) => (
            <li key={slug}>
              <Link href={`/pathway/reports/${slug}`}>{title}</Link>
              <br />
              {board}, published on <Time day={publishedDay} />
            </li>
          ))}
        </ul>
      )}
    </Main>
  );
}
