import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getOnward } from "@/lib/support/onward/queries";
import { OnwardPart } from "./onward-part";

type Props = PageProps<"/cases/[ref]/reviews/onward/[onwardId]">;

export default async function OnwardPage({ params }: Props) {
  const { onwardId } = await params;
  const onward = await load((ctx) => getOnward(ctx, onwardId));
  const { reference, today } = onward;
  return (
    <>
      <PageTitle>{`Onward referral of ${reference}`}</PageTitle>
      <BackLink href={onward.path}>Back to reviews</BackLink>
      <PageHeading caption={reference}>{`Referred on: ${onward.service}`}</PageHeading>
      <OnwardPart onward={onward} today={today} />
    </>
  );
}
