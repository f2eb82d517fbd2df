import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { openSearch } from "@/lib/referrals/search/queries";
import { load } from "@/lib/request/load";
import { FindForm } from "./find-form";

export default async function FindPage() {
  await load(openSearch);
  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>} width="two-thirds">
      <PageTitle>Find a person</PageTitle>
      <PageHeading caption="Referrals">Find a person</PageHeading>
      <p className="govuk-body">
        Give the name and something else that you know. Misspelt names, names the other way round
        and dates with digits or day and month swapped are found too. Every search is on the log,
        and your reason is kept with it.
      </p>
      <FindForm />
    </Main>
  );
}
