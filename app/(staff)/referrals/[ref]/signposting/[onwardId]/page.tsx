import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getOnward } from "@/lib/support/onward/queries";
import { OnwardPart } from "../../../../cases/[ref]/reviews/onward/[onwardId]/onward-part";

type Props = PageProps<"/referrals/[ref]/signposting/[onwardId]">;

/** What the gateway asks after, of a referral that it closed. */
export default async function SignpostingPage({ params }: Props) {
  const { onwardId } = await params;
  const onward = await load((ctx) => getOnward(ctx, onwardId));
  const { reference, path, today } = onward;
  return (
    <Main back={<BackLink href={path}>{`Back to ${reference}`}</BackLink>} width="two-thirds">
      <PageTitle>{`Other help for ${reference}`}</PageTitle>
      <PageHeading caption={`${reference}, other help`}>{onward.service}</PageHeading>
      <OnwardPart onward={onward} today={today} />
    </Main>
  );
}
