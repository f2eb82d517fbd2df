import { LateTable } from "@/components/clocks/late-table";
import { RadioField } from "@/components/form/radio-field";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { lateOwners } from "@/lib/clocks/late/labels";
import { lateOnAPage, listLate } from "@/lib/clocks/late/queries";
import { readLateAddress } from "@/lib/clocks/late/schema";
import { load } from "@/lib/request/load";

const here = "/actions/late";
const owners = Object.entries(lateOwners).map(([value, label]) => ({ value, label }));

export default async function LatePage({ searchParams }: PageProps<"/actions/late">) {
  const address = readLateAddress(await searchParams);
  const { late, total, isCapped, page, today } = await load((ctx) => listLate(ctx, address));
  const { owner } = address;
  const pages = Math.ceil(total / lateOnAPage);
  return (
    <Main back={<BackLink href="/actions">Back to actions</BackLink>}>
      <PageTitle page={{ current: page, of: pages }}>What is late</PageTitle>
      <PageHeading>What is late</PageHeading>
      <p className="govuk-body">
        Every date that has passed on what you may see, longest first, with whose it is and who has
        been told. Each person is told once. A paused case is not late.
      </p>
      <FilterPanel
        action={here}
        fields={
          <RadioField
            name="owner"
            legend="Whose"
            legendSize="s"
            small
            defaultValue={owner ?? ""}
            options={[{ value: "", label: "Everybody" }, ...owners]}
          />
        }
      >
        <SelectedFilters
          clearHref={here}
          filters={owner ? [{ text: lateOwners[owner], removeHref: here }] : []}
        />
        <ResultCount
          page={page}
          total={total}
          of={["late dates", "late date"]}
          isCapped={isCapped}
        />
        <LateTable late={late} today={today} />
        <Pagination
          page={page}
          pages={pages}
          href={(to) => addressWith(here, { owner }, { page: String(to) })}
        />
      </FilterPanel>
    </Main>
  );
}
