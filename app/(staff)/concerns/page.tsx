import { LinkButton } from "@/components/form/button";
import { SelectField } from "@/components/form/select-field";
import { Main } from "@/components/layout/main";
import { addressWith, type Query } from "@/components/ui/address";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { statusLabels } from "@/lib/concerns/labels";
import { listConcerns, pageSize } from "@/lib/concerns/queries";
import { filtersFrom, isOpen } from "@/lib/concerns/rules";
import { load } from "@/lib/request/load";

const here = "/concerns";

export default async function ConcernsPage({ searchParams }: PageProps<"/concerns">) {
  const query: Query = await searchParams;
  const filters = filtersFrom(query);
  const { total, rows } = await load((ctx) => listConcerns(ctx, filters));
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const { status } = filters;

  return (
    <Main>
      <PageTitle page={{ current: filters.page, of: pages }}>Concerns</PageTitle>
      <PageHeading>Concerns</PageHeading>
      <p className="govuk-body">
        What people in your organisation have noticed. Nobody outside your organisation can see
        these.
      </p>
      <LinkButton href="/concerns/new">Record a concern</LinkButton>
      <FilterPanel
        action={here}
        fields={
          <SelectField
            name="status"
            label="Status"
            options={statusLabels}
            prompt="All"
            defaultValue={status}
          />
        }
      >
        <SelectedFilters
          clearHref={here}
          filters={
            status
              ? [
                  {
                    text: `Status: ${statusLabels[status]}`,
                    removeHref: addressWith(here, query, { status: undefined }),
                  },
                ]
              : []
          }
        />
        {total > 0 && (
          <ResultCount page={filters.page} total={total} of={["concerns", "concern"]} />
        )}
        <Table
          caption="Concerns"
          isCaptionHidden
          columns={[
            { text: "About" },
            { text: "Noticed on" },
            { text: "Noticed by" },
            { text: "Status" },
          ]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <Link key="about" href={`/concerns/${row.id}`}>
                {row.about}
              </Link>,
              <Time key="on" day={row.noticedOn} short />,
              row.noticedBy,
              <StatusTag key="status" meaning={isOpen(row.status) ? "waiting" : "closed"}>
                {statusLabels[row.status]}
              </StatusTag>,
            ],
          }))}
          empty={
            status
              ? "No concern has this status. Clear the filter to see all of them."
              : "Nobody has recorded a concern yet. When somebody notices something, record it here first."
          }
        />
        <Pagination
          page={filters.page}
          pages={pages}
          href={(number) => addressWith(here, query, { page: String(number) })}
        />
      </FilterPanel>
    </Main>
  );
}
