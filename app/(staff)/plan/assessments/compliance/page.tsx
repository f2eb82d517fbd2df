import { AssessmentNavigation } from "@/components/benchmarks/assessment-navigation";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { viewCompliance } from "@/lib/benchmarks/compliance/queries";
import { dutyParts } from "@/lib/benchmarks/labels";
import type { PartOfDuty } from "@/lib/benchmarks/rules";
import { load } from "@/lib/request/load";

export default async function CompliancePage() {
  const { rows, mayStart, isOwnOnly, isSubmittedOnly, hasRegisters } = await load(viewCompliance);
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Each authority</PageTitle>
      <PageHeading caption="Self-assessment and compliance">
        Leadership, partnership and capabilities
      </PageHeading>
      <AssessmentNavigation hasRegisters={hasRegisters} />
      <p className="govuk-body">
        {isOwnOnly
          ? "What your organisation last said of its duty. Your co-ordinator sees it too, and no other organisation does."
          : "What each specified authority last said of its duty, item by item. What is not answered is a gap until it is."}
        {isSubmittedOnly && " Only what has been submitted is shown."}
      </p>
      {mayStart && <LinkButton href="/plan/assessments/compliance/new">Begin a round</LinkButton>}
      <Table
        caption="Specified authorities"
        columns={[
          { text: "Authority" },
          { text: "Last round" },
          ...Object.values(dutyParts).map((text) => ({ text })),
          { text: "Last answered" },
          { text: "Gaps", numeric: true },
        ]}
        rows={rows.map(({ id, name, latest }) => ({
          key: id,
          cells: latest
            ? [
                name,
                <Link key="round" href={`/plan/assessments/${latest.id}`}>
                  {latest.year}
                  <span className="govuk-visually-hidden"> of {name}</span>
                </Link>,
                ...latest.parts.map((part) => <Part key={part.part} {...part} />),
                latest.lastDay ? <Time key="day" day={latest.lastDay} short /> : "Not yet",
                latest.parts.reduce((sum, { gaps }) => sum + gaps, 0),
              ]
            : [name, "None yet", "Not answered", "Not answered", "Not answered", "Not yet", "All"],
        }))}
        empty="No organisation that you may see here is named by the duty."
      />
      <PrintButton />
    </Main>
  );
}

const words: Readonly<Record<number, string>> = { 1: "Red", 2: "Amber", 3: "Green" };

/** The lowest answer of a part, and how many of its items have one. */
function Part({ answered, total, lowest, evidence }: PartOfDuty) {
  if (lowest === null) return <>Not answered</>;
  return (
    <>
      {words[lowest]} at lowest
      <br />
      {answered} of {total} answered, evidence: {evidence}
    </>
  );
}
