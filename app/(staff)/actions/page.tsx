import { RadioField } from "@/components/form/radio-field";
import { Main } from "@/components/layout/main";
import { TrackerTable } from "@/components/plans/tracker-table";
import { addressWith } from "@/components/ui/address";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { load } from "@/lib/request/load";
import { kindLabels, stateLabels, type TrackerTab, tabLabels } from "@/lib/tracker/labels";
import { listActions, pageSize } from "@/lib/tracker/queries";
import { readTrackerAddress } from "@/lib/tracker/schema";
import { TrackerTabs } from "./tracker-tabs";

const none: Record<TrackerTab, string> = {
  mine: "No action is yours to do. Those of others are under All.",
  organisation: "No action belongs to your organisation. Those of others are under All.",
  overdue: "Nothing that you can see is overdue.",
  all: "There are no actions for you to see here.",
};

export default async function ActionsPage({ searchParams }: PageProps<"/actions">) {
  const address = readTrackerAddress(await searchParams);
  const { actions, total, isCapped, page, tab, today, mayListLate } = await load((ctx) =>
    listActions(ctx, address),
  );
  const { kind, state } = address;
  const query = { tab, kind, state };
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const chosen = [
    ...(kind ? [{ text: kindLabels[kind], change: { kind: undefined } }] : []),
    ...(state && state !== "open"
      ? [{ text: stateLabels[state], change: { state: undefined } }]
      : []),
  ];
  return (
    <Main>
      <PageTitle page={{ current: page, of: pages }}>{`Actions: ${tabLabels[tab]}`}</PageTitle>
      <PageHeading>Actions</PageHeading>
      <TrackerTabs tab={tab} query={query} />
      {mayListLate && (
        <p className="govuk-body">
          <Link href="/actions/late">See every date that is late, and who has been told</Link>
        </p>
      )}
      <FilterPanel
        action="/actions"
        keep={{ tab }}
        fields={
          <>
            <RadioField
              name="kind"
              legend="Kind"
              legendSize="s"
              small
              defaultValue={kind ?? ""}
              options={[{ value: "", label: "All" }, ...optionsOf(kindLabels)]}
            />
            <RadioField
              name="state"
              legend="Progress"
              legendSize="s"
              small
              defaultValue={state ?? "open"}
              options={stateLabels}
            />
          </>
        }
      >
        <SelectedFilters
          clearHref={addressWith("/actions", {}, { tab })}
          filters={chosen.map(({ text, change }) => ({
            text,
            removeHref: addressWith("/actions", query, change),
          }))}
        />
        <ResultCount page={page} total={total} of={["actions", "action"]} isCapped={isCapped} />
        <TrackerTable actions={actions} today={today} empty={none[tab]} />
        <Pagination
          page={page}
          pages={pages}
          href={(next) => addressWith("/actions", query, { page: `${next}` })}
        />
        {total > 0 && (
          <p className="govuk-body app-no-print">
            <Link href={addressWith("/actions/export", query, {})}>
              Download these actions (CSV)
            </Link>
          </p>
        )}
      </FilterPanel>
    </Main>
  );
}

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
