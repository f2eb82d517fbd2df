import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getBody } from "@/lib/governance/bodies/queries";
import { load } from "@/lib/request/load";
import { TermsForm } from "./terms-form";

export default async function TermsPage({ params }: PageProps<"/meetings/bodies/[id]/terms">) {
  const { id } = await params;
  const { name } = await load((ctx) => getBody(ctx, id, "body:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/bodies/${id}`}>Back to {name}</BackLink>}
    >
      <PageTitle>{`Terms of reference of ${name}`}</PageTitle>
      <TermsForm bodyId={id} name={name} />
    </Main>
  );
}
