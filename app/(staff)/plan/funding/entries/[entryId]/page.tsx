import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { entryKinds } from "@/lib/funding/labels";
import { getEntry } from "@/lib/funding/queries";
import { formatPence } from "@/lib/money/rules";
import { load } from "@/lib/request/load";
import { CorrectForm } from "./correct-form";

type Props = PageProps<"/plan/funding/entries/[entryId]">;

export default async function CorrectEntryPage({ params }: Props) {
  const { entryId } = await params;
  const { line, kind, pence, words } = await load((ctx) => getEntry(ctx, entryId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${line.id}`}>Back to {line.name}</BackLink>}
    >
      <PageTitle>Put an entry right</PageTitle>
      <CorrectForm
        entryId={entryId}
        lineId={line.id}
        line={line.name}
        entry={`${entryKinds[kind]}, ${formatPence(pence)}: ${words}`}
        opposite={formatPence(-pence)}
      />
    </Main>
  );
}
