import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getLine } from "@/lib/funding/queries";
import { load } from "@/lib/request/load";
import { ClaimForm } from "./claim-form";

type Props = PageProps<"/plan/funding/lines/[id]/claim">;

export default async function AddClaimPage({ params }: Props) {
  const { id } = await params;
  const line = await load((ctx) => getLine(ctx, id, "money:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${id}`}>Back to {line.name}</BackLink>}
    >
      <PageTitle>{`Add a claim on ${line.name}`}</PageTitle>
      <ClaimForm lineId={id} line={line.name} />
    </Main>
  );
}
