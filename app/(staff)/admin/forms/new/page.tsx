import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { listFrameworks } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { NewForm } from "./new-form";

export default async function NewFrameworkPage() {
  const frameworks = await load(listFrameworks);
  return (
    <Main back={<BackLink href="/admin/forms">Back to the assessment forms</BackLink>}>
      <PageTitle>Start a new assessment form</PageTitle>
      <PageHeading>Start a new assessment form</PageHeading>
      <NewForm
        options={frameworks.map(({ id, name, version }) => ({
          value: id,
          label: `${name} (${version})`,
        }))}
      />
    </Main>
  );
}
