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
import { lateOwners, lateStates } from "@/lib/clocks/late/labels";
import { lateOnAPage, listLate } from "@/lib/clocks/late/queries";
import { readLateAddress } from "@/lib/clocks/late/schema";
import { load } from "@/lib/request/load";

const here = "/actions/late";
const owners = Object.entries(lateOwners).map(([value, label]) => ({ value, label }));

export default async function LatePage({ searchParams }: PageProps<"/actions/late">) {
  const address = readLateAddress(await searchParams);
  const { late, total, isCapped, page, today, state } = await load((ctx) => listLate(ctx, address));
  const { owner } = address;
  const isSettled = state === "settled";
  const settled = isSettled ? "settled" : undefined;
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
          <>
            <RadioField
              name="state"
              legend="Which"
              legendSize="s"
              small
              defaultValue={state}
              options={lateStates}
            />
            <RadioField
              name="owner"
              legend="Whose"
              legendSize="s"
              small
              defaultValue={owner ?? ""}
              options={[{ value: "", label: "Everybody" }, ...owners]}
            />
          </>
        }
      >
        <SelectedFilters
          clearHref={here}
          filters={[
            ...(isSettled
              ? [{ text: lateStates.settled, removeHref: addressWith(here, { owner }, {}) }]
              : []),
            ...(owner
              ? [{ text: lateOwners[owner], removeHref: addressWith(here, { state: settled }, {}) }]
              : []),
          ]}
        />
        <ResultCount
          page={page}
          total={total}
          of={["late dates", "late date"]}
          isCapped={isCapped}
        />
        <LateTable
          late={late}
          today={today}
          empty={
            isSettled
              ? "Nothing that you can see was late and has been settled."
              : "Nothing that you can see is late. What becomes late appears here by itself."
          }
        />
        <Pagination
          page={page}
          pages={pages}
          href={(to) => addressWith(here, { owner, state: settled }, { page: String(to) })}
        />
      </FilterPanel>
    </Main>
  );
}
