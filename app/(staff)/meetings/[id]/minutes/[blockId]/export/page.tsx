import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CopyChoices } from "@/components/panels/copy-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { WarningText } from "@/components/ui/text";
import { formatDay } from "@/lib/dates";
import { getBlockToExport } from "@/lib/panels/minutes/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/meetings/[id]/minutes/[blockId]/export">;

export default async function ExportBlockPage({ params }: Props) {
  const { id, blockId } = await params;
  const { meeting, reference, signedAt } = await load((ctx) => getBlockToExport(ctx, blockId));
  const here = `/meetings/${id}/minutes/${blockId}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={here}>Back to the minutes of this case</BackLink>}
    >
      <PageTitle>{`Copy the minutes of ${reference}`}</PageTitle>
      <PageHeading caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}>
        Make a copy for somebody outside the panel
      </PageHeading>
      <WarningText>
        {signedAt ? "" : "These minutes are a draft. "}
        Who makes a copy, for what, and what was taken out of it is on the log of this case.
      </WarningText>
      <CopyChoices print={`${here}/print`} text={`${here}/text`} />
    </Main>
  );
}
