import { LinkButton } from "@/components/form/button";
import { ClaimTable } from "@/components/funding/claim-table";
import { LineTable } from "@/components/funding/line-table";
import { TargetTable } from "@/components/funding/target-table";
import { YearChoice } from "@/components/funding/year-choice";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { viewFunding } from "@/lib/funding/queries";
import { readFundingAddress } from "@/lib/funding/schema";
import { load } from "@/lib/request/load";

export default async function FundingPage({ searchParams }: PageProps<"/plan/funding">) {
  const { year } = readFundingAddress(await searchParams);
  const funding = await load((ctx) => viewFunding(ctx, year));
  const { isOwnOnly, lines, targets, grand, claims, years, yearDay, today, mayWrite } = funding;
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Funding</PageTitle>
      <PageHeading caption="Partnership plan">Funding</PageHeading>
      <p className="govuk-body">
        {isOwnOnly
          ? "The money of the projects that your organisation leads. Your Prevent co-ordinator keeps the ledger."
          : "Where the money comes from, what it is for, and what has become of it, to the penny. An entry of the ledger is never changed: it is put right by its opposite."}
      </p>
      {mayWrite && <LinkButton href="/plan/funding/lines/new">Add a funding line</LinkButton>}
      {!isOwnOnly && <YearChoice years={years} yearDay={yearDay} />}
      {!isOwnOnly && <LineTable lines={lines} grand={grand} />}
      <TargetTable targets={targets} grand={grand} isOwnOnly={isOwnOnly} />
      {!isOwnOnly && <ClaimTable caption="Claims to be made" claims={claims} today={today} />}
      <p className="govuk-body app-no-print">
        <Link href="/plan/funding/export">Download the ledger (CSV)</Link>
      </p>
      <PrintButton />
    </Main>
  );
}
