import { ChampionTable } from "@/components/champions/champion-table";
import { SectorTable } from "@/components/champions/sector-table";
import { LinkButton } from "@/components/form/button";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { sectorLabels, standingLabels } from "@/lib/champions/labels";
import { pageSize, viewChampions } from "@/lib/champions/queries";
import { readChampionAddress } from "@/lib/champions/schema";
import { load } from "@/lib/request/load";

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export default async function ChampionsPage({ searchParams }: PageProps<"/champions">) {
  const { done: _, page: __, ...query } = readChampionAddress(await searchParams);
  const address = readChampionAddress(await searchParams);
  const register = await load((ctx) => viewChampions(ctx, address));
  const { mayList, mayWrite, counted, organisations, champions, total, page, today } = register;
  const { sector, organisation, standing } = address;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const chosen = [
    ...(sector ? [{ text: sectorLabels[sector], change: { sector: undefined } }] : []),
    ...(standing ? [{ text: standingLabels[standing], change: { standing: undefined } }] : []),
    ...organisations
      .filter(({ id }) => id === organisation)
      .map(({ name }) => ({ text: name, change: { organisation: undefined } })),
  ];
  return (
    <Main>
      <PageTitle page={{ current: page, of: pages }}>Champions</PageTitle>
      <PageHeading>Champions</PageHeading>
      <p className="govuk-body">
        {counted
          ? "Who speaks for Prevent in each organisation of the area: champions inside it, and leads for others outside."
          : "Who speaks for Prevent in your organisation. Your Prevent co-ordinator sees this list too."}
      </p>
      {mayWrite && <LinkButton href="/champions/new">Add a champion</LinkButton>}
      {counted && <SectorTable {...counted} mayList={mayList} />}
      {mayList && (
        <FilterPanel
          action="/champions"
          fields={
            <>
              <RadioField
                name="standing"
                legend="Standing"
                legendSize="s"
                small
                defaultValue={standing ?? ""}
                options={[{ value: "", label: "All who serve" }, ...optionsOf(standingLabels)]}
              />
              <RadioField
                name="sector"
                legend="Sector"
                legendSize="s"
                small
                defaultValue={sector ?? ""}
                options={[{ value: "", label: "All" }, ...optionsOf(sectorLabels)]}
              />
              {organisations.length > 0 && (
                <SelectField
                  name="organisation"
                  label="Organisation"
                  labelSize="s"
                  defaultValue={organisation}
                  prompt="All"
                  options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </>
          }
        >
          <SelectedFilters
            clearHref="/champions"
            filters={chosen.map(({ text, change }) => ({
              text,
              removeHref: addressWith("/champions", query, change),
            }))}
          />
          <ResultCount page={page} total={total} of={["champions", "champion"]} />
          <ChampionTable
            champions={champions}
            today={today}
            empty={
              chosen.length > 0
                ? "No champion is as you have asked. Clear the filters to see them all."
                : "No champion has been added yet."
            }
          />
          <Pagination
            page={page}
            pages={pages}
            href={(next) => addressWith("/champions", query, { page: `${next}` })}
          />
          {total > 0 && (
            <p className="govuk-body app-no-print">
              <Link href={addressWith("/champions/export", query, {})}>
                Download these champions (CSV)
              </Link>
            </p>
          )}
        </FilterPanel>
      )}
    </Main>
  );
}
