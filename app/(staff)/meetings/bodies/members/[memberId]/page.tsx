import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getMember } from "@/lib/governance/bodies/queries";
import { load } from "@/lib/request/load";
import { EditMemberForm } from "./edit-member-form";

type Props = PageProps<"/meetings/bodies/members/[memberId]">;

export default async function MemberPage({ params }: Props) {
  const { memberId } = await params;
  const { member, body, hats } = await load((ctx) => getMember(ctx, memberId));
  const { role, post, untilDay, deputyHatId, deputyName, version } = member;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/bodies/${body.id}`}>Back to {body.name}</BackLink>}
    >
      <PageTitle>{`${member.name}, ${body.name}`}</PageTitle>
      <EditMemberForm
        memberId={memberId}
        bodyId={body.id}
        body={body.name}
        name={member.name}
        values={{
          ...{ role, post, untilDay: untilDay ?? "", deputyHatId: deputyHatId ?? "" },
          ...{ deputyName: deputyHatId ? "" : (deputyName ?? ""), version: `${version}` },
        }}
        hats={hats
          .filter(({ id }) => id !== member.hatId)
          .map((hat) => ({ value: hat.id, label: `${hat.user.name}, ${hat.organisation.name}` }))}
      />
    </Main>
  );
}
