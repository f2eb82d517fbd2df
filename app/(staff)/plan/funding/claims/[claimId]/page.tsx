import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getClaim } from "@/lib/funding/queries";
import { formatPence } from "@/lib/money/rules";
import { load } from "@/lib/request/load";
import { MakeForm } from "./make-form";
import { PayForm } from "./pay-form";

export default async function ClaimPage({ params }: PageProps<"/plan/funding/claims/[claimId]">) {
  const { claimId } = await params;
  const claim = await load((ctx) => getClaim(ctx, claimId));
  const { line, title, state, version, expected, made } = claim;
  const to = { claimId, lineId: line.id, line: line.name, title, version: `${version}` };
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${line.id}`}>Back to {line.name}</BackLink>}
    >
      <PageTitle>{`Claim: ${title}`}</PageTitle>
      {state === "due" && <MakeForm {...to} expected={formatPence(expected)} />}
      {state === "made" && <PayForm {...to} claimed={formatPence(made ?? 0)} />}
      {state === "paid" && (
        <>
          <PageHeading caption={line.name}>{title}</PageHeading>
          <p className="govuk-body">This claim was made and has been paid.</p>
        </>
      )}
    </Main>
  );
}
