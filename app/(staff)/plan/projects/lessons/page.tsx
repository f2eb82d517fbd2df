import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { listLessons } from "@/lib/projects/queries";
import { load } from "@/lib/request/load";

export default async function LessonsPage() {
  const { projects } = await load(listLessons);
  return (
    <Main back={<BackLink href="/plan/projects">Back to projects</BackLink>}>
      <PageTitle>Lessons of projects</PageTitle>
      <PageHeading caption="Projects">Lessons of projects</PageHeading>
      <p className="govuk-body">
        What projects that were evaluated tell the next ones, newest first.
      </p>
      {projects.length === 0 && (
        <p className="govuk-body">No project has been evaluated to its end yet.</p>
      )}
      {projects.map(({ id, reference, title, evaluationMethod, findings, lessons, closedDay }) => (
        <SummaryCard
          key={id}
          title={`${reference} ${title}`}
          rows={[
            { key: "Lessons", value: <Paragraphs text={lessons} /> },
            { key: "What was found", value: <Paragraphs text={findings} /> },
            { key: "How it was evaluated", value: <Paragraphs text={evaluationMethod} /> },
            { key: "Closed", value: closedDay && <Time day={closedDay} /> },
            {
              key: "Project",
              value: <Link href={`/plan/projects/${id}`}>Read {reference}</Link>,
            },
          ]}
        />
      ))}
    </Main>
  );
}
