import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { roleLabels } from "@/lib/access/labels";
import { getRoleToEnd } from "@/lib/accounts/queries";
import { load } from "@/lib/request/load";
import { EndForm } from "./end-form";

export default async function EndRolePage({
  params,
}: PageProps<"/admin/people/[id]/roles/[hatId]/end">) {
  const { id: userId, hatId } = await params;
  const { account, hat } = await load((ctx) => getRoleToEnd(ctx, { userId, hatId }));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/admin/people/${userId}`}>Back to this person</BackLink>}
    >
      <PageTitle>End this role</PageTitle>
      <EndForm
        userId={userId}
        hatId={hatId}
        name={account.name}
        role={roleLabels[hat.role]}
        organisation={hat.organisationName}
      />
    </Main>
  );
}
