import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { load } from "@/lib/request/load";
import { viewCourses } from "@/lib/training/courses/queries";
import { courseKinds, organisationKinds, trainingDoneLabels } from "@/lib/training/labels";

export default async function CoursesPage({ searchParams }: PageProps<"/training/courses">) {
  const { done } = await searchParams;
  const { courses, groups, mayWrite } = await load(viewCourses);
  const name = (kind: "courses" | "groups", id: string, text: string) =>
    mayWrite ? <Link href={`/training/${kind}/${id}`}>{text}</Link> : text;
  return (
    <Main back={<BackLink href="/training">Back to training</BackLink>}>
      <PageTitle>Courses and role groups</PageTitle>
      <DoneAlert done={done} labels={trainingDoneLabels} />
      <PageHeading caption="Training">Courses and role groups</PageHeading>
      {mayWrite && (
        <ButtonGroup>
          <LinkButton href="/training/courses/new">Add a course</LinkButton>
          <LinkButton variant="secondary" href="/training/groups/new">
            Add a role group
          </LinkButton>
        </ButtonGroup>
      )}
      <Table
        caption="Courses"
        columns={[
          { text: "Course" },
          { text: "Kind" },
          { text: "Level", numeric: true },
          { text: "Taken again after" },
          { text: "What it covers" },
        ]}
        rows={courses.map(({ id, kind, level, refreshMonths, about, ...course }) => ({
          key: id,
          cells: [
            name("courses", id, course.name),
            courseKinds[kind],
            level,
            refreshMonths ? `${refreshMonths} months` : "Taken once",
            about,
          ],
        }))}
        empty="No course has been added yet."
        keepsCaption
      />
      <Table
        caption="Role groups"
        isWide
        columns={[{ text: "Role group" }, { text: "Who it is" }, { text: "Found in" }]}
        rows={groups.map(({ id, who, foundIn, ...group }) => ({
          key: id,
          cells: [
            name("groups", id, group.name),
            who,
            foundIn.length === Object.keys(organisationKinds).length
              ? "Every organisation"
              : foundIn.map((kind) => organisationKinds[kind]).join(", "),
          ],
        }))}
        empty="No role group has been added yet."
        keepsCaption
      />
    </Main>
  );
}
