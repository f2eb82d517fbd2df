import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getCourseToEdit } from "@/lib/training/courses/queries";
import { CourseForm } from "../course-form";

export default async function CoursePage({ params }: PageProps<"/training/courses/[id]">) {
  const { id } = await params;
  const { name, kind, level, refreshMonths, about, version } = await load((ctx) =>
    getCourseToEdit(ctx, id),
  );
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/training/courses">Back to the courses</BackLink>}
    >
      <PageTitle>{`Change ${name}`}</PageTitle>
      <CourseForm
        title="Change the course"
        courseId={id}
        values={{
          ...{ name, kind, about, level: `${level}`, version: `${version}` },
          refreshMonths: refreshMonths === null ? "" : `${refreshMonths}`,
        }}
      />
    </Main>
  );
}
