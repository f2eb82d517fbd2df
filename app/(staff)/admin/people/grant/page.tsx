import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { listHolders } from "@/lib/accounts/queries";
import { load } from "@/lib/request/load";
import { GrantForm } from "./grant-form";

export default async function GrantPage() {
  const organisations = await load(listHolders);
  return (
    <Main width="two-thirds" back={<BackLink href="/admin/people">Back to people</BackLink>}>
      <PageTitle>Give somebody a role</PageTitle>
      <GrantForm
        organisations={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Main>
  );
}
