import { HistoryList } from "@/components/cases/history-list";
import { LinkButton } from "@/components/form/button";
import { SelectField } from "@/components/form/select-field";
import { addressWith, type Query } from "@/components/ui/address";
import { SelectedFilters } from "@/components/ui/filter-panel";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { historyGroups } from "@/lib/cases/history/labels";
import { viewHistory } from "@/lib/cases/history/queries";
import { cursorFrom, type HistoryFilters, historyFiltersFrom } from "@/lib/cases/history/rules";
import { load } from "@/lib/request/load";

type History = Awaited<ReturnType<typeof viewHistory>>;

export default async function ChronologyPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/chronology">) {
  const [{ ref }, query]: [{ ref: string }, Query] = [await params, await searchParams];
  const before = cursorFrom(query.before);
  const filters = historyFiltersFrom(query);
  const found = await load((ctx) => viewHistory(ctx, ref, before, filters));
  const { entries, parts, next, since, organisations } = found;
  const here = `/cases/${ref}/chronology`;
  const filtered = addressWith(here, chosen(filters), {});
  return (
    <>
      <PageTitle>{`Chronology of case ${ref}`}</PageTitle>
      <PageHeading caption={ref}>Chronology</PageHeading>
      <Filter here={here} filters={filters} organisations={organisations} />
      <SelectedFilters clearHref={here} filters={tagsOf(here, filters, organisations)} />
      {entries.length === 0 && (
        <p className="govuk-body">
          {filters.group || filters.organisationId
            ? "Nothing here matches. Clear the filters to see everything."
            : "Nothing has happened on this case yet."}
        </p>
      )}
      <HistoryList reference={ref} entries={entries} parts={parts} since={since} />
      {before && (
        <p className="govuk-body">
          <Link href={filtered}>Back to the newest</Link>
        </p>
      )}
      {next && (
        <p className="govuk-body">
          <Link href={addressWith(here, chosen(filters), { before: next })}>
            Show earlier entries
          </Link>
        </p>
      )}
      {entries.length > 0 && (
        <LinkButton variant="secondary" href={addressWith(`${here}/print`, chosen(filters), {})}>
          Print this chronology
        </LinkButton>
      )}
    </>
  );
}

const chosen = ({ group, organisationId }: HistoryFilters): Query => ({
  kind: group,
  organisation: organisationId,
});

type FilterProps = {
  here: string;
  filters: HistoryFilters;
  organisations: History["organisations"];
};

function Filter({ here, filters, organisations }: FilterProps) {
  return (
    <search className="app-no-print">
      <form method="get" action={here} className="app-inline-filter">
        <SelectField
          name="kind"
          label="What"
          options={historyGroups}
          prompt="Everything"
          defaultValue={filters.group ?? ""}
        />
        <SelectField
          name="organisation"
          label="Organisation"
          options={organisations}
          prompt="Every organisation"
          defaultValue={filters.organisationId ?? ""}
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Apply filters
        </button>
      </form>
    </search>
  );
}

function tagsOf(
  here: string,
  filters: HistoryFilters,
  organisations: readonly { value: string; label: string }[],
) {
  const { group, organisationId } = filters;
  const without = (name: string) => addressWith(here, chosen(filters), { [name]: undefined });
  const named = organisations.find(({ value }) => value === organisationId)?.label;
  return [
    ...(group ? [{ text: historyGroups[group], removeHref: without("kind") }] : []),
    ...(organisationId
      ? [{ text: named ?? "Another organisation", removeHref: without("organisation") }]
      : []),
  ];
}
