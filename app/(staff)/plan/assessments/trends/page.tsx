import { AssessmentNavigation } from "@/components/benchmarks/assessment-navigation";
import { LineChart } from "@/components/charts/line-chart";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { Table } from "@/components/ui/table";
import { offeredSchemes } from "@/lib/benchmarks/labels";
import { readBenchmarkAddress } from "@/lib/benchmarks/schema";
import { viewTrends } from "@/lib/benchmarks/trends/queries";
import { load } from "@/lib/request/load";

export default async function TrendsPage({ searchParams }: PageProps<"/plan/assessments/trends">) {
  const address = readBenchmarkAddress(await searchParams);
  const { scheme, of, used, trend, hasRegisters } = await load((ctx) =>
    viewTrends(ctx, address.scheme),
  );
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Trends of the self-assessments</PageTitle>
      <PageHeading caption={of ?? "Self-assessment"}>
        {offeredSchemes[scheme]} through the years
      </PageHeading>
      <AssessmentNavigation hasRegisters={hasRegisters} />
      <p className="govuk-body">
        Show{" "}
        {Object.entries(offeredSchemes)
          .filter(([code]) => code !== scheme)
          .map(([code, title], index) => (
            <span key={code}>
              {index > 0 && " or "}
              <Link href={`/plan/assessments/trends?scheme=${code}`}>{title}</Link>
            </span>
          ))}
      </p>
      {used && trend.times.length > 0 ? (
        <>
          {used.joint === "mean" && trend.times.length > 1 && (
            <LineChart
              title="Joint score by year"
              subtitle="The mean of every criterion, of the years that were submitted."
              of="Year"
              times={trend.times}
              lines={[{ name: "Joint score", values: trend.joint }]}
            />
          )}
          <Table
            caption="Level of each criterion by year"
            columns={[
              { text: "Criterion" },
              ...trend.times.map((text) => ({ text, numeric: true })),
            ]}
            rows={trend.lines.map(({ code, title, values }) => ({
              key: code,
              cells: [title, ...values.map((level) => (level === null ? "Not asked" : level))],
            }))}
          />
          <ul className="govuk-list" aria-label="What the levels mean">
            {Object.entries(used.levels).map(([level, text]) => (
              <li key={level}>{text}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="govuk-body">No self-assessment of this kind has been submitted yet.</p>
      )}
      <PrintButton />
    </Main>
  );
}
