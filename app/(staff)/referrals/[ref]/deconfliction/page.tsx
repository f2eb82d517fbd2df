import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewForForm } from "@/lib/referrals/gateway/queries";
import { load } from "@/lib/request/load";
import { DeconflictionForm } from "./deconfliction-form";

type Props = PageProps<"/referrals/[ref]/deconfliction">;

export default async function DeconflictionPage({ params }: Props) {
  const { ref } = await params;
  const { id, reference, name } = await load((ctx) => viewForForm(ctx, ref, "check"));
  const back = <BackLink href={`/referrals/${reference}`}>{`Back to ${reference}`}</BackLink>;
  return (
    <Main back={back} width="two-thirds">
      <PageTitle>{`Deconfliction check for referral ${reference}`}</PageTitle>
      <DeconflictionForm {...{ id, reference, name }} />
    </Main>
  );
}
