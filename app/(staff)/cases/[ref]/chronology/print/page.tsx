import { HistoryList } from "@/components/cases/history-list";
import { Button } from "@/components/form/button";
import { RadioField } from "@/components/form/radio-field";
import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { InsetText, WarningText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { historyGroups, type PrintReason, printReasons } from "@/lib/cases/history/labels";
import { entriesOnPaper, getCaseToPrint, printHistory } from "@/lib/cases/history/queries";
import {
  type HistoryFilters,
  historyFiltersFrom,
  printReasonFrom,
} from "@/lib/cases/history/rules";
import { load } from "@/lib/request/load";

type Props = PageProps<"/cases/[ref]/chronology/print">;

/** Printing a case is an export: it asks why, and is on the log. */
export default async function PrintPage({ params, searchParams }: Props) {
  const [{ ref }, query] = [await params, await searchParams];
  const filters = historyFiltersFrom(query);
  const why = printReasonFrom(query.why);
  return why ? (
    <OnPaper reference={ref} filters={filters} why={why} />
  ) : (
    <AskWhy reference={ref} filters={filters} />
  );
}

type Asked = { reference: string; filters: HistoryFilters };

async function AskWhy({ reference, filters: { group, organisationId } }: Asked) {
  await load((ctx) => getCaseToPrint(ctx, reference));
  const back = `/cases/${reference}/chronology`;
  return (
    <>
      <PageTitle>{`Print the chronology of case ${reference}`}</PageTitle>
      <BackLink href={back}>Back to the chronology</BackLink>
      <PageHeading caption={reference}>Print the chronology</PageHeading>
      <p className="govuk-body">
        It holds what you may see, and no more. That you print it, and why, is on the log of the
        case.
      </p>
      <form method="get" action={`${back}/print`}>
        {group && <input type="hidden" name="kind" value={group} />}
        {organisationId && <input type="hidden" name="organisation" value={organisationId} />}
        <RadioField name="why" legend="Why do you print it?" options={printReasons} />
        <Button>Show it for printing</Button>
      </form>
    </>
  );
}

async function OnPaper({ reference, filters, why }: Asked & { why: PrintReason }) {
  const { entries, isCut, printedBy, printedAt } = await load(
    (ctx) => printHistory(ctx, reference, filters, why),
    { isExport: true },
  );
  return (
    <>
      <PageTitle>{`Chronology of case ${reference}, to print`}</PageTitle>
      <BackLink href={`/cases/${reference}/chronology`}>Back to the chronology</BackLink>
      <PageHeading caption={reference}>
        {filters.group ? `Chronology: ${historyGroups[filters.group]}` : "Chronology"}
      </PageHeading>
      <InsetText>
        OFFICIAL-SENSITIVE. Printed by {printedBy} on <Time at={printedAt} />:{" "}
        {printReasons[why].toLowerCase()}. It holds what its reader may see. Keep it locked away,
        and destroy it when it is no longer needed.
      </InsetText>
      <PrintButton />
      {isCut && (
        <WarningText>
          These are the newest {entriesOnPaper.toLocaleString("en-GB")} entries. Print the rest by
          kind.
        </WarningText>
      )}
      {entries.length === 0 && <p className="govuk-body">Nothing here matches.</p>}
      <HistoryList reference={reference} entries={entries} />
    </>
  );
}
