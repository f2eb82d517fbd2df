import { DueDay } from "@/components/cases/due-day";
import { SelectField } from "@/components/form/select-field";
import { Main } from "@/components/layout/main";
import { addressWith, type Query, sortBy } from "@/components/ui/address";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { caseStatuses, pausedLabel } from "@/lib/cases/labels";
import { dueLabels, stageLabels } from "@/lib/cases/list/labels";
import { listCases } from "@/lib/cases/list/queries";
import { type CaseFilters, filtersFrom, pageSize } from "@/lib/cases/list/rules";
import { load } from "@/lib/request/load";
import { SearchForm } from "./search-form";

const here = "/cases";

export default async function CasesPage({ searchParams }: PageProps<"/cases">) {
  const query: Query = await searchParams;
  const filters = filtersFrom(query);
  const found = await load((ctx) => listCases(ctx, filters));
  const { cases, total, isCapped, isSearch, mayReadStubs, mayReadOffers, mayHandOverAll, today } =
    found;
  const pages = Math.ceil(total / pageSize);
  const heading = isSearch ? "Cases you searched for" : "Cases";
  return (
    <Main>
      <PageTitle page={{ current: filters.page, of: pages }}>{heading}</PageTitle>
      <PageHeading>{heading}</PageHeading>
      <SearchForm />
      {found.mayLookInside && (
        <p className="govuk-body">
          <Link href="/cases/search">Search inside your cases</Link>
        </p>
      )}
      <FilterPanel
        action={here}
        keep={{ sort: filters.sort, dir: filters.dir, search: filters.search }}
        fields={<Fields {...filters} />}
      >
        <SelectedFilters clearHref={here} filters={chosen(filters, query)} />
        <ResultCount page={filters.page} total={total} of={["cases", "case"]} isCapped={isCapped} />
        <Table
          caption={heading}
          isCaptionHidden
          columns={[
            { text: "Case", sort: sortBy(here, sorted(filters, query), "reference") },
            { text: "Person" },
            { text: "Stage" },
            { text: "Next date", sort: sortBy(here, sorted(filters, query), "due") },
            { text: "Opened", sort: sortBy(here, sorted(filters, query), "opened") },
            { text: "Led by" },
          ]}
          rows={cases.map((row) => ({
            key: row.reference,
            cells: [
              <Link
                key="case"
                href={`/cases/${row.reference}`}
                className="govuk-link app-reference"
              >
                {row.reference}
              </Link>,
              row.personName,
              <Stage key="stage" {...row} />,
              row.nextDueOn ? <DueDay key="due" day={row.nextDueOn} today={today} /> : "None",
              <Time key="opened" day={row.openedOn} short />,
              row.leadName,
            ],
          }))}
          empty={emptyText(filters, isSearch)}
        />
        <Pagination
          page={filters.page}
          pages={pages}
          href={(page) => addressWith(here, query, { page: String(page) })}
        />
      </FilterPanel>
      {mayReadOffers && (
        <p className="govuk-body">
          <Link href="/transfers">Cases offered by other areas</Link>
        </p>
      )}
      {mayHandOverAll && (
        <p className="govuk-body">
          <Link href="/cases/hand-over-all">Hand over every open case</Link>
        </p>
      )}
      {mayReadStubs && (
        <p className="govuk-body">
          <Link href="/cases/handed-to-police">Cases handed to the police</Link>
        </p>
      )}
    </Main>
  );
}

/** The sort is in the address, or is the usual one. */
const sorted = ({ sort, dir }: CaseFilters, query: Query): Query => ({ ...query, sort, dir });

function Fields({ stage, due }: CaseFilters) {
  return (
    <>
      <SelectField
        name="stage"
        label="Stage"
        options={stageLabels}
        prompt="Any stage"
        defaultValue={stage ?? ""}
      />
      <SelectField
        name="due"
        label="Next date"
        options={dueLabels}
        prompt="Any date"
        defaultValue={due ?? ""}
      />
    </>
  );
}

function Stage({ status, isPaused }: { status: keyof typeof caseStatuses; isPaused: boolean }) {
  if (!isPaused) return caseStatuses[status];
  return (
    <>
      {caseStatuses[status]} <StatusTag meaning="closed">{pausedLabel}</StatusTag>
    </>
  );
}

function chosen({ stage, due, search }: CaseFilters, query: Query) {
  const without = (name: string) => addressWith(here, query, { [name]: undefined });
  return [
    ...(search ? [{ text: "Your search", removeHref: without("search") }] : []),
    ...(stage ? [{ text: `Stage: ${stageLabels[stage]}`, removeHref: without("stage") }] : []),
    ...(due ? [{ text: `Next date: ${dueLabels[due]}`, removeHref: without("due") }] : []),
  ];
}

function emptyText({ stage, due }: CaseFilters, isSearch: boolean) {
  if (isSearch)
    return "None of the cases you hold matches. A search looks only at cases that you can open.";
  if (stage || due) return "No case matches these filters. Clear the filters to see all of yours.";
  return "You have no cases yet. A case appears here when you are named on it, or invited to a meeting that discusses it.";
}
