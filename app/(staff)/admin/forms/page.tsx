import { LinkButton } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { type Meaning, StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type FrameworkStatus, frameworkStatuses } from "@/lib/assessments/frameworks/labels";
import { listFrameworks } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";

const meanings: Record<FrameworkStatus, Meaning> = {
  draft: "waiting",
  published: "done",
  retired: "closed",
};

export default async function FormsPage() {
  const frameworks = await load(listFrameworks);
  return (
    <Main>
      <PageTitle>Assessment forms</PageTitle>
      <PageHeading>Assessment forms</PageHeading>
      <p className="govuk-body app-reading">
        What an assessment asks in this area. You write a draft, look at it as an assessor will see
        it, and publish it. A version that was published never changes, so every answer keeps the
        words it was asked in.
      </p>
      <LinkButton href="/admin/forms/new">Start a new form</LinkButton>
      <Table
        caption="Forms and their versions"
        columns={[
          { text: "Form" },
          { text: "Version" },
          { text: "State" },
          { text: "Published" },
          { text: "Asks" },
        ]}
        rows={frameworks.map(({ id, name, version, status, publishedAt, sections, factors }) => ({
          key: id,
          cells: [
            <Link key="name" href={`/admin/forms/${id}`}>
              {name}
              <span className="govuk-visually-hidden">, version {version}</span>
            </Link>,
            version,
            <StatusTag key="status" meaning={meanings[status]}>
              {frameworkStatuses[status]}
            </StatusTag>,
            publishedAt ? <Time key="published" at={publishedAt} /> : "Not yet",
            `${factors} ${factors === 1 ? "question" : "questions"} in ${sections} ${sections === 1 ? "section" : "sections"}`,
          ],
        }))}
      />
    </Main>
  );
}
