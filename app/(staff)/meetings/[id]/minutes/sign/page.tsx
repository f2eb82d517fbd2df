import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { WarningText } from "@/components/ui/text";
import { formatDay } from "@/lib/dates";
import { viewMinutesToSign } from "@/lib/panels/minutes/queries";
import { load } from "@/lib/request/load";
import { SignForm } from "../minutes-forms";

type Props = PageProps<"/meetings/[id]/minutes/sign">;

export default async function SignMinutesPage({ params }: Props) {
  const { id } = await params;
  const { title, heldOn, blocks, unsigned } = await load((ctx) => viewMinutesToSign(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/minutes`}>Back to the minutes</BackLink>}
    >
      <PageTitle>{`Sign the minutes, ${formatDay(heldOn)}`}</PageTitle>
      <PageHeading caption={`${title}, ${formatDay(heldOn)}`}>Sign the minutes</PageHeading>
      <SummaryList
        rows={[
          { key: "Cases in these minutes", value: blocks },
          { key: "Not signed yet", value: unsigned },
        ]}
      />
      <WarningText>
        Once they are signed nobody can change them. A mistake is put right by adding to them.
      </WarningText>
      <SignForm meetingId={id} />
    </Main>
  );
}
