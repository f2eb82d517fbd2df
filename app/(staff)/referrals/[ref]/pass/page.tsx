import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewToPass } from "@/lib/referrals/pass/queries";
import { load } from "@/lib/request/load";
import { PassForm } from "./pass-form";

export default async function PassPage({ params }: PageProps<"/referrals/[ref]/pass">) {
  const { ref } = await params;
  const { id, reference, areas } = await load((ctx) => viewToPass(ctx, ref));
  const back = <BackLink href={`/referrals/${reference}`}>{`Back to ${reference}`}</BackLink>;
  return (
    <Main back={back} width="two-thirds">
      <PageTitle>{`Send referral ${reference} to another area`}</PageTitle>
      <PassForm {...{ id, reference, areas }} />
    </Main>
  );
}
