import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getCatalogueToWrite } from "@/lib/training/courses/queries";
import { CourseForm } from "../course-form";

export default async function NewCoursePage() {
  await load(getCatalogueToWrite);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/training/courses">Back to the courses</BackLink>}
    >
      <PageTitle>Add a course</PageTitle>
      <CourseForm title="Add a course" />
    </Main>
  );
}
