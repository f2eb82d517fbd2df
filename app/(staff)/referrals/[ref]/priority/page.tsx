import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewForForm } from "@/lib/referrals/gateway/queries";
import { load } from "@/lib/request/load";
import { PriorityForm } from "./priority-form";

export default async function PriorityPage({ params }: PageProps<"/referrals/[ref]/priority">) {
  const { ref } = await params;
  const { id, reference, name, priority, version } = await load((ctx) =>
    viewForForm(ctx, ref, "priority"),
  );
  const back = <BackLink href={`/referrals/${reference}`}>{`Back to ${reference}`}</BackLink>;
  return (
    <Main back={back} width="two-thirds">
      <PageTitle>{`Priority of referral ${reference}`}</PageTitle>
      <PriorityForm {...{ id, reference, name, version }} priority={priority ?? ""} />
    </Main>
  );
}
