import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DiligenceTag } from "@/components/projects/diligence";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listProviders } from "@/lib/projects/providers/queries";
import { load } from "@/lib/request/load";

export default async function ProvidersPage() {
  const { providers, today, mayWrite } = await load(listProviders);
  const rows = providers.map(({ id, reference, name, organisation, missing, nextDay }) => ({
    key: id,
    cells: [
      <Link key="name" href={`/plan/projects/providers/${id}`}>
        {reference} {name}
      </Link>,
      organisation?.name ?? "A body outside the partnership",
      <DiligenceTag key="diligence" missing={missing} />,
      nextDay ? <Time key="next" day={nextDay} today={today} short /> : "Nothing current",
    ],
  }));
  return (
    <Main back={<BackLink href="/plan/projects">Back to projects</BackLink>}>
      <PageTitle>Providers and due diligence</PageTitle>
      <PageHeading caption="Projects">Providers and due diligence</PageHeading>
      <p className="govuk-body">
        Who delivers projects, and whether they have been looked into. Nothing is delivered without
        current due diligence, and the co-ordinator is reminded before it runs out.
      </p>
      {mayWrite && <LinkButton href="/plan/projects/providers/new">Add a provider</LinkButton>}
      <Table
        caption="Every provider"
        columns={[
          { text: "Provider" },
          { text: "Organisation" },
          { text: "Due diligence" },
          { text: "Next to run out" },
        ]}
        rows={rows}
        empty="No provider has been added yet."
      />
    </Main>
  );
}
