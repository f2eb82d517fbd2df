import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getEqualityToSign } from "@/lib/plans/equality/queries";
import { readEqualityAddress } from "@/lib/plans/equality/schema";
import { load } from "@/lib/request/load";
import { SignForm } from "./sign-form";

type Props = PageProps<"/plan/equality/sign">;

export default async function SignEqualityPage({ searchParams }: Props) {
  const { plan: planId } = readEqualityAddress(await searchParams);
  if (!planId) notFound();
  const { plan, open } = await load((ctx) => getEqualityToSign(ctx, planId));
  const back = `/plan/equality?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the assessment</BackLink>}>
      <PageTitle>Record that it is signed off</PageTitle>
      <SignForm planId={planId} title={plan.title} version={`${open.version}`} />
    </Main>
  );
}
