import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CompareVersions } from "@/components/reports/compare-versions";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { sectionLabels } from "@/lib/reports/labels";
import { readReportAddress } from "@/lib/reports/schema";
import { viewDifference } from "@/lib/reports/versions/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/reports/[id]/compare">;

export default async function ComparePage({ params, searchParams }: Props) {
  const { id } = await params;
  const address = readReportAddress(await searchParams);
  const { report, versions, before, after, changes } = await load((ctx) =>
    viewDifference(ctx, id, address),
  );
  return (
    <Main back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}>
      <PageTitle>{`Compare versions of ${report.reference}`}</PageTitle>
      <PageHeading caption={report.title}>Compare two versions</PageHeading>
      <CompareVersions
        action={`/plan/reports/${id}/compare`}
        numbers={versions.map(({ number }) => number)}
        from={before}
        to={after}
      />
      {before === null || after === null ? (
        <p className="govuk-body">There is no second version to compare with yet.</p>
      ) : changes.length === 0 ? (
        <p className="govuk-body">
          The text of versions {before} and {after} is the same.
        </p>
      ) : (
        changes.map(({ code, removed, added }) => (
          <section key={code}>
            <h2 className="govuk-heading-m">{sectionLabels[code]}</h2>
            <Lines heading={`Only in version ${before}`} lines={removed} />
            <Lines heading={`Only in version ${after}`} lines={added} />
          </section>
        ))
      )}
    </Main>
  );
}

function Lines({ heading, lines }: { heading: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{heading}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
