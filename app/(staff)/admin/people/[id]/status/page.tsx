import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getAccount } from "@/lib/accounts/queries";
import { load } from "@/lib/request/load";
import { StatusForm } from "./status-form";

export default async function StatusPage({ params }: PageProps<"/admin/people/[id]/status">) {
  const { id } = await params;
  const { name, status } = await load((ctx) => getAccount(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/admin/people/${id}`}>Back to this person</BackLink>}
    >
      <PageTitle>{status === "active" ? "Disable this account" : "Enable this account"}</PageTitle>
      <StatusForm userId={id} name={name} status={status === "active" ? "disabled" : "active"} />
    </Main>
  );
}
