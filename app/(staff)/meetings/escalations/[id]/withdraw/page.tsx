import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getEscalationToWithdraw } from "@/lib/governance/escalations/queries";
import { load } from "@/lib/request/load";
import { WithdrawForm } from "./withdraw-form";

export default async function WithdrawEscalationPage({
  params,
}: PageProps<"/meetings/escalations/[id]/withdraw">) {
  const { id } = await params;
  const escalation = await load((ctx) => getEscalationToWithdraw(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/escalations/${id}`}>Back to the question</BackLink>}
    >
      <PageTitle>{`Withdraw: ${escalation.title}`}</PageTitle>
      <WithdrawForm escalationId={id} title={escalation.title} version={`${escalation.version}`} />
    </Main>
  );
}
