import { LogTable } from "@/components/cases/log-table";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { Main } from "@/components/layout/main";
import { addressWith, type Query } from "@/components/ui/address";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type EventType, eventLabels } from "@/lib/audit/labels";
import { viewLog } from "@/lib/audit/queries";
import { aDay, formatDay } from "@/lib/dates";
import { load } from "@/lib/request/load";

const here = "/governance/audit";
const day = aDay({ name: "Day", optional: true });
const inOrder = Object.fromEntries(
  Object.entries(eventLabels).sort(([, one], [, other]) => one.localeCompare(other)),
);

export default async function LogPage({ searchParams }: PageProps<"/governance/audit">) {
  const query: Query = await searchParams;
  const filters = filtersFrom(query);
  const { events, next, sealed } = await load((ctx) => viewLog(ctx, filters));
  return (
    <Main>
      <PageTitle>The log</PageTitle>
      <PageHeading>The log</PageHeading>
      <InsetText>
        <Sealed sealed={sealed} />
      </InsetText>
      <FilterPanel action={here} fields={<Fields {...filters} />}>
        <SelectedFilters clearHref={here} filters={chosen(filters, query)} />
        <LogTable
          caption="The log"
          lines={events}
          empty="Nothing on the log matches these filters. Clear the filters to see all of it."
        />
        {filters.before && (
          <p className="govuk-body">
            <Link href={addressWith(here, query, { before: undefined })}>Back to the newest</Link>
          </p>
        )}
        {next && (
          <p className="govuk-body">
            <Link href={addressWith(here, query, { before: next })}>Show earlier entries</Link>
          </p>
        )}
      </FilterPanel>
    </Main>
  );
}

function filtersFrom(query: Query) {
  const parts = ["day", "month", "year"].map((part) => String(query[`on-${part}`] ?? ""));
  const type = typeof query.type === "string" && query.type in eventLabels ? query.type : undefined;
  return {
    type: type as EventType | undefined,
    day: parts.some(Boolean) ? day.safeParse(parts.join("/")).data : undefined,
    before: typeof query.before === "string" ? query.before : undefined,
  };
}

type Filters = ReturnType<typeof filtersFrom>;

function Fields({ type, day: on }: Filters) {
  return (
    <>
      <SelectField
        name="type"
        label="What was done"
        options={inOrder}
        prompt="Anything"
        defaultValue={type ?? ""}
      />
      <DateField name="on" legend="Day" defaultValue={on ?? ""} />
    </>
  );
}

function chosen({ type, day: on }: Filters, query: Query) {
  const noDay = { "on-day": undefined, "on-month": undefined, "on-year": undefined };
  return [
    ...(type
      ? [{ text: eventLabels[type], removeHref: addressWith(here, query, { type: undefined }) }]
      : []),
    ...(on ? [{ text: formatDay(on), removeHref: addressWith(here, query, noDay) }] : []),
  ];
}

type Sealing = Awaited<ReturnType<typeof viewLog>>["sealed"];

function Sealed({ sealed }: { sealed: Sealing }) {
  if (!sealed) return <p className="govuk-body">Nothing on the log has been sealed yet.</p>;
  const { number, at, events, waiting } = sealed;
  return (
    <p className="govuk-body">
      Last sealed on <Time at={at} />: checkpoint {number.toLocaleString("en-GB")}, over{" "}
      {events.toLocaleString("en-GB")} {events === 1 ? "entry" : "entries"}.{" "}
      {waiting === 0
        ? "Nothing waits to be sealed."
        : `${waiting.toLocaleString("en-GB")} ${waiting === 1 ? "entry waits" : "entries wait"} for the next checkpoint.`}{" "}
      A sealed entry cannot be changed or taken out without it showing.
    </p>
  );
}
