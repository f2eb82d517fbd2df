import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { listDirectors } from "@/lib/clocks/limits/queries";
import { load } from "@/lib/request/load";
import { DirectorForm } from "./director-form";

export default async function DirectorPage() {
  const people = await load(listDirectors);
  return (
    <Main width="two-thirds" back={<BackLink href="/admin/areas">Back to the area</BackLink>}>
      <PageTitle>The council's director</PageTitle>
      <PageHeading>Who is told as the council's director?</PageHeading>
      <p className="govuk-body">
        What is more than two working weeks overdue is brought to them: a reference, and the figures
        of the area. It opens no case to them.
      </p>
      {people.length > 0 ? (
        <DirectorForm
          people={people.map(({ hatId: value, name, as }) => ({ value, label: `${name}, ${as}` }))}
        />
      ) : (
        <p className="govuk-body">
          Nobody in this area has a role that could be told. Give somebody a role in the steering
          group first.
        </p>
      )}
    </Main>
  );
}
