import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { BlockText } from "@/components/panels/minute-block";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { formatDay } from "@/lib/dates";
import { exportPurposes, redactionLayers } from "@/lib/panels/minutes/labels";
import { exportBlock } from "@/lib/panels/minutes/queries";
import { readExportAddress } from "@/lib/panels/minutes/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/meetings/[id]/minutes/[blockId]/print">;

/** M-06: opening this page is on the log of the case as a copy that was made. */
export default async function PrintBlockPage({ params, searchParams }: Props) {
  const { id, blockId } = await params;
  const asked = readExportAddress(await searchParams);
  const copy = await load((ctx) => exportBlock(ctx, blockId, asked), { isExport: true });
  const { reference, meeting, layers } = copy;
  const back = `/meetings/${id}/minutes/${blockId}/export`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to what a copy is for</BackLink>}>
      <PageTitle>{`Copy of the minutes of ${reference}`}</PageTitle>
      <PageHeading caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}>
        Minutes of <span className="app-reference">{reference}</span>
      </PageHeading>
      <InsetText>
        OFFICIAL-SENSITIVE. {copy.signedAt ? "Signed minutes." : "Draft minutes, not signed."}{" "}
        Copied by {copy.takenBy} on <Time at={copy.takenAt} />. For:{" "}
        {exportPurposes[copy.purpose].toLowerCase()}. Taken out:{" "}
        {layers.map((layer) => redactionLayers[layer].toLowerCase()).join("; ") || "nothing"}.
      </InsetText>
      <PrintButton />
      <BlockText block={copy} />
    </Main>
  );
}
