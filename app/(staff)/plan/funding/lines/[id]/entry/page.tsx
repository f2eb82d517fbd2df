import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getLineToWrite } from "@/lib/funding/queries";
import { unallocatedOf } from "@/lib/funding/rules";
import { formatPence } from "@/lib/money/rules";
import { load } from "@/lib/request/load";
import { EntryForm } from "./entry-form";

type Props = PageProps<"/plan/funding/lines/[id]/entry">;

export default async function EntryPage({ params }: Props) {
  const { id } = await params;
  const { line, targets, totals } = await load((ctx) => getLineToWrite(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${id}`}>Back to {line.name}</BackLink>}
    >
      <PageTitle>{`Add an entry to ${line.name}`}</PageTitle>
      <EntryForm
        lineId={id}
        line={line.name}
        left={formatPence(unallocatedOf(totals))}
        targets={[
          { value: "line", label: "The line in general" },
          ...targets.map((target) => ({ value: target.id, label: target.name })),
        ]}
      />
    </Main>
  );
}
