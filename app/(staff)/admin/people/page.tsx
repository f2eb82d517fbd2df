import { LinkButton } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { roleLabels } from "@/lib/access/labels";
import { accountStatuses } from "@/lib/accounts/labels";
import { listAccounts, peopleOnAPage } from "@/lib/accounts/queries";
import { load } from "@/lib/request/load";

const here = "/admin/people";

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const query = await searchParams;
  const page = Math.max(1, Number.parseInt(String(query.page), 10) || 1);
  const { people, total } = await load((ctx) => listAccounts(ctx, { page }));
  const pages = Math.ceil(total / peopleOnAPage);
  return (
    <Main>
      <PageTitle page={{ current: page, of: pages }}>People and their roles</PageTitle>
      <PageHeading>People and their roles</PageHeading>
      <p className="govuk-body">
        Everybody who has a role in this area, or had one. What you change here counts from their
        next click.
      </p>
      <LinkButton href={`${here}/grant`}>Give somebody a role</LinkButton>
      <ResultCount page={page} total={total} of={["people", "person"]} />
      <Table
        caption="People and their roles"
        isCaptionHidden
        isWide
        columns={[
          { text: "Name" },
          { text: "Email address" },
          { text: "Roles now" },
          { text: "Account" },
        ]}
        rows={people.map(({ id, name, email, status, hats }) => ({
          key: id,
          cells: [
            <Link key="name" href={`${here}/${id}`}>
              {name}
            </Link>,
            email,
            hats.length === 0 ? (
              "None"
            ) : (
              <ul key="roles" className="govuk-list">
                {hats.map((hat) => (
                  <li key={hat.id}>
                    {roleLabels[hat.role]}, {hat.organisationName}
                  </li>
                ))}
              </ul>
            ),
            <StatusTag key="status" meaning={status === "active" ? "done" : "closed"}>
              {accountStatuses[status]}
            </StatusTag>,
          ],
        }))}
      />
      <Pagination
        page={page}
        pages={pages}
        href={(to) => addressWith(here, {}, { page: String(to) })}
      />
    </Main>
  );
}
