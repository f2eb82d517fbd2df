import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Blocks } from "@/components/panels/blocks";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { viewPack } from "@/lib/panels/packs/queries";
import { load } from "@/lib/request/load";

export default async function PackPage({ params }: PageProps<"/meetings/[id]/pack">) {
  const { id } = await params;
  // It is made to be printed, so its record is safe before it is shown.
  const pack = await load((ctx) => viewPack(ctx, id), { isExport: true });
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Your pack for ${formatDay(pack.meeting.heldOn)}`}</PageTitle>
      <p className="app-watermark" aria-hidden="true">
        {pack.watermark}
      </p>
      <p className="govuk-body app-no-print">
        This pack is yours alone: it holds what you may see of this meeting, and each copy carries
        your name and the time.{" "}
        <a className="govuk-link" href={`/meetings/${id}/pack/file`} download>
          Download it as a PDF
        </a>
        , or print this page.
      </p>
      <Blocks blocks={pack.blocks} />
    </Main>
  );
}
