import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { roleLabels } from "@/lib/access/labels";
import { getBodyForMember } from "@/lib/governance/bodies/queries";
import { load } from "@/lib/request/load";
import { MemberForm } from "./member-form";

export default async function AddMemberPage({
  params,
}: PageProps<"/meetings/bodies/[id]/members">) {
  const { id } = await params;
  const { body, hats, organisations } = await load((ctx) => getBodyForMember(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/bodies/${id}`}>Back to {body.name}</BackLink>}
    >
      <PageTitle>{`Add a member of ${body.name}`}</PageTitle>
      <MemberForm
        bodyId={id}
        name={body.name}
        hats={hats.map((hat) => ({
          value: hat.id,
          label: `${hat.user.name}, ${hat.organisation.name} (${roleLabels[hat.role as keyof typeof roleLabels].toLowerCase()})`,
        }))}
        organisations={organisations.map((one) => ({ value: one.id, label: one.name }))}
      />
    </Main>
  );
}
