import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getDueCase } from "@/lib/panels/agenda/queries";
import { load } from "@/lib/request/load";
import { LeaveOffForm } from "./leave-off-form";

type Props = PageProps<"/meetings/[id]/leave-off/[ref]">;

export default async function LeaveOffPage({ params }: Props) {
  const { id, ref } = await params;
  const { due } = await load((ctx) => getDueCase(ctx, id, ref));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/agenda`}>Back to the agenda</BackLink>}
    >
      <PageTitle>{`Leave ${ref} off this meeting`}</PageTitle>
      <LeaveOffForm meetingId={id} caseId={due.id} reference={ref} />
    </Main>
  );
}
