import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { entryKinds } from "@/lib/funding/labels";
import { getEntry } from "@/lib/funding/queries";
import { formatPence } from "@/lib/money/rules";
import { load } from "@/lib/request/load";
import { CorrectForm } from "./correct-form";

type Props = PageProps<"/plan/funding/entries/[entryId]">;

export default async function CorrectEntryPage({ params }: Props) {
  const { entryId } = await params;
  const { line, kind, pence, words, correctsId, isCorrected } = await load((ctx) =>
    getEntry(ctx, entryId),
  );
  const entry = `${entryKinds[kind]}, ${formatPence(pence)}: ${words}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${line.id}`}>Back to {line.name}</BackLink>}
    >
      <PageTitle>Put an entry right</PageTitle>
      {correctsId || isCorrected ? (
        <>
          <PageHeading caption={line.name}>Put an entry right</PageHeading>
          <p className="govuk-body">{entry}</p>
          <p className="govuk-body">
            {isCorrected
              ? "This entry has been put right already."
              : "This entry puts another right. Enter the amount again instead."}
          </p>
        </>
      ) : (
        <CorrectForm
          entryId={entryId}
          lineId={line.id}
          line={line.name}
          entry={entry}
          opposite={formatPence(-pence)}
        />
      )}
    </Main>
  );
}
