import { AssessmentNavigation } from "@/components/benchmarks/assessment-navigation";
import { AssessmentTag } from "@/components/benchmarks/status-tag";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { viewAssessments } from "@/lib/benchmarks/queries";
import { load } from "@/lib/request/load";

export default async function AssessmentsPage() {
  const { assessments, mayWrite, hasRegisters } = await load(viewAssessments);
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Self-assessment</PageTitle>
      <PageHeading caption="Partnership plan">Self-assessment</PageHeading>
      <AssessmentNavigation hasRegisters={hasRegisters} />
      <p className="govuk-body">
        How well the area does what the Prevent duty asks, by its own word and that of its peers,
        with evidence. What has been submitted stays as it is.
      </p>
      {mayWrite && (
        <div className="govuk-button-group">
          <LinkButton href="/plan/assessments/new">Begin a self-assessment</LinkButton>
          <LinkButton variant="secondary" href="/plan/assessments/historic">
            Keep a record of 2008 to 2010
          </LinkButton>
        </div>
      )}
      <Table
        caption="Every self-assessment"
        columns={[
          { text: "Self-assessment" },
          { text: "Year" },
          { text: "Of" },
          { text: "Answered" },
          { text: "Joint score", numeric: true },
          { text: "Status" },
          { text: "Submitted" },
        ]}
        rows={assessments.map((one) => ({
          key: one.id,
          cells: [
            <Link key="title" href={`/plan/assessments/${one.id}`}>
              {one.scheme.title}
            </Link>,
            one.year,
            one.of,
            `${one.answered} of ${one.answers.length}`,
            one.scheme.joint === "mean" ? (one.joint ?? "Not yet") : "None",
            <AssessmentTag key="status" status={one.status} />,
            one.submittedDay ? <Time key="day" day={one.submittedDay} short /> : "Not yet",
          ],
        }))}
        empty="No self-assessment has been begun yet."
      />
    </Main>
  );
}
