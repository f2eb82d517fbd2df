import { AssessmentNavigation } from "@/components/benchmarks/assessment-navigation";
import { LinkButton } from "@/components/form/button";
import { SelectField } from "@/components/form/select-field";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { DoneAlert } from "@/components/ui/done-alert";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { viewCooperation } from "@/lib/benchmarks/cooperation/queries";
import { benchmarkDoneLabels } from "@/lib/benchmarks/labels";
import { yearOf } from "@/lib/benchmarks/rules";
import { type BenchmarkAddress, readBenchmarkAddress } from "@/lib/benchmarks/schema";
import { financialYearName } from "@/lib/dates";
import { load } from "@/lib/request/load";

const here = "/plan/assessments/co-operation";
type Props = PageProps<"/plan/assessments/co-operation">;

export default async function CooperationPage({ searchParams }: Props) {
  const { done, ...address } = readBenchmarkAddress(await searchParams);
  const { entries, organisations, years, mayWrite } = await load((ctx) =>
    viewCooperation(ctx, address),
  );
  const named = organisations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Co-operation</PageTitle>
      <DoneAlert done={done} labels={benchmarkDoneLabels} />
      <PageHeading caption="Self-assessment and compliance">Co-operation</PageHeading>
      <AssessmentNavigation hasRegisters />
      <p className="govuk-body">
        What authorities did together with each other, with the Prevent co-ordinators, the police
        and councils, and where that is shown.
      </p>
      {mayWrite && <LinkButton href={`${here}/new`}>Add an entry</LinkButton>}
      <FilterPanel
        action={here}
        fields={
          <>
            <SelectField
              name="partner"
              label="Partner"
              options={named}
              prompt="Every partner"
              defaultValue={address.partner}
            />
            <SelectField
              name="year"
              label="Year, from April"
              options={years.map((year) => ({ value: `${year}`, label: textOf(year) }))}
              prompt="Every year"
              defaultValue={`${address.year ?? ""}`}
            />
          </>
        }
      >
        <SelectedFilters clearHref={here} filters={chosen(address, named)} />
        <Table
          caption="Entries"
          columns={[
            { text: "Day" },
            { text: "Organisation" },
            { text: "With" },
            { text: "What was done" },
            { text: "Where it is shown" },
          ]}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              <Time key="day" day={entry.happenedDay} short />,
              entry.organisation,
              entry.partners.join(", "),
              entry.what,
              entry.place,
            ],
          }))}
          empty={
            address.partner || address.year
              ? "There is no entry here that is as you have asked."
              : "Nothing that was done together has been entered yet."
          }
        />
        <PrintButton />
      </FilterPanel>
    </Main>
  );
}

const textOf = (year: number) => financialYearName(yearOf(year).start);

function chosen(
  { partner, year }: BenchmarkAddress,
  named: readonly { value: string; label: string }[],
) {
  const address = { partner, year: year ? `${year}` : undefined };
  const without = (name: keyof typeof address) => addressWith(here, address, { [name]: undefined });
  const name = named.find(({ value }) => value === partner)?.label;
  return [
    ...(name ? [{ text: `Partner: ${name}`, removeHref: without("partner") }] : []),
    ...(year ? [{ text: `Year: ${textOf(year)}`, removeHref: without("year") }] : []),
  ];
}
